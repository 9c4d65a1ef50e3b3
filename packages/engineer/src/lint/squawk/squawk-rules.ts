/** In charge of what becomes of each of squawk's rules. `docs/reference/rules/squawk.md` is made from here. */
import type { FindingLevel } from '../../findings/finding.ts';

/**
 * `kept`: reported as `squawk-<rule>`. `ours`: a rule of ours looks at the same statements and knows
 * the catalog, so that squawk's word is not needed. `left-out`: not said at all.
 */
export type SquawkTreatment =
  | { treatment: 'kept'; level: FindingLevel; title: string }
  | { treatment: 'ours'; rule: string }
  | { treatment: 'left-out'; why: string };

const kept = (level: FindingLevel, title: string): SquawkTreatment => ({
  treatment: 'kept',
  level,
  title,
});
const ours = (rule: string): SquawkTreatment => ({ treatment: 'ours', rule });
const leftOut = (why: string): SquawkTreatment => ({ treatment: 'left-out', why });

const runner = 'The migrator sets it for every statement, with retries; a file need not.';

/** By the name that squawk gives the rule; those of version 2.66. */
export const squawkRules: Readonly<Record<string, SquawkTreatment>> = {
  'adding-field-with-default': ours('add-column-rewrite'),
  'adding-foreign-key-constraint': ours('constraint-without-not-valid'),
  'adding-not-nullable-field': ours('set-not-null'),
  'adding-required-field': ours('add-required-column'),
  'adding-serial-primary-key-field': ours('unique-constraint-without-index'),
  'ban-alter-domain-with-add-constraint': kept(
    'warning',
    'A domain gets a constraint: every table that uses it is read under a lock',
  ),
  'ban-char-field': kept('warning', 'char(n) pads with spaces'),
  'ban-concurrent-index-creation-in-transaction': ours('concurrent-statement-not-alone'),
  'ban-create-domain-with-constraint': kept(
    'info',
    'A domain with a constraint is hard to change later',
  ),
  'ban-drop-column': ours('drop-loses-data'),
  'ban-drop-database': ours('drop-loses-data'),
  'ban-drop-not-null': kept('warning', 'Clients may not expect a null'),
  'ban-drop-table': ours('drop-loses-data'),
  'ban-duplicate-column-assignments': kept('error', 'A column is assigned twice'),
  'ban-truncate-cascade': ours('truncate-table'),
  'ban-uncommitted-transaction': ours('transaction-control'),
  'changing-column-type': ours('alter-column-type'),
  'constraint-missing-not-valid': ours('constraint-without-not-valid'),
  'disallowed-unique-constraint': ours('unique-constraint-without-index'),
  'identifier-too-long': kept('warning', 'PostgreSQL cuts a name at 63 bytes'),
  'prefer-bigint-over-int': kept('warning', 'A counter of type integer ends at 2,147,483,647'),
  'prefer-bigint-over-smallint': kept('warning', 'A counter of type smallint ends at 32,767'),
  'prefer-identity': kept(
    'info',
    'An identity column belongs to its table, a serial’s sequence does not quite',
  ),
  'prefer-repack': ours('vacuum-full-or-cluster'),
  'prefer-robust-stmts': leftOut(
    'A file and its history row are one transaction: there is nothing half done that a second run would meet.',
  ),
  'prefer-text-field': kept(
    'info',
    'A varchar(n) that has to become shorter later is checked against every row',
  ),
  'prefer-timestamp-tz': kept('warning', 'A timestamp without a time zone'),
  'renaming-column': ours('rename-breaks-clients'),
  'renaming-table': ours('rename-breaks-clients'),
  'require-concurrent-index-creation': ours('index-without-concurrently'),
  'require-concurrent-index-deletion': ours('index-without-concurrently'),
  'require-concurrent-partition-detach': kept(
    'warning',
    'A partition is detached while nobody may use the table',
  ),
  'require-concurrent-reindex': ours('index-without-concurrently'),
  'require-enum-value-ordering': kept('info', 'A new enum value sorts behind all others'),
  'require-lock-timeout': leftOut(runner),
  'require-statement-timeout': leftOut(
    'How long a statement may take depends on the table; catb prove measures it.',
  ),
  'require-table-schema': leftOut('squawk itself leaves it out unless it is asked for.'),
  'require-timeout-settings': leftOut(runner),
  'syntax-error': ours('syntax-error'),
  'transaction-nesting': ours('transaction-control'),
  'unused-ignore': kept('warning', 'A squawk-ignore comment that nothing needs'),
};
