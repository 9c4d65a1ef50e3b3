/** In charge of the safe form of a constraint: added not valid, and validated by a second migration. */
import { quoteName } from '../facts/names.ts';
import type { CommandVisit } from '../facts/table-commands.ts';
import type { Fix } from '../rule.ts';
import type { NodeOf } from '../sql/nodes.ts';

/**
 * Undefined for a constraint without a name: PostgreSQL makes one up, and the second migration has
 * to name it.
 */
export function makeNotValid(
  { end, table, statement }: CommandVisit,
  constraint: NodeOf<'Constraint'>,
): Fix | undefined {
  const name = constraint.conname;
  if (end === undefined || name === undefined || statement.context !== 'migration')
    return undefined;
  return {
    title: 'adds "not valid", and a migration that validates it',
    edits: [{ start: end, end, text: ' not valid' }],
    followUp: {
      name: `validate_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`,
      sql: [
        `-- Checks the rows that were there before ${quoteName(name)}.`,
        '-- Cost on a big table: it is read once, while everybody reads and writes it.',
        `alter table ${table} validate constraint ${quoteName(name)};`,
        '',
      ].join('\n'),
    },
  };
}
