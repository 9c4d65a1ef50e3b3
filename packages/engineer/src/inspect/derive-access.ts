/**
 * In charge of who may do what to a table, read off its grants and policies. `catb rls` finds out by
 * trying; this says what was meant, and costs nothing.
 */
import type { Grant } from './grant.ts';
import type { Inspection, RoleInspection } from './inspection.ts';
import type { PolicyInspection, TableInspection } from './relation-inspection.ts';

export const verbs = ['select', 'insert', 'update', 'delete'] as const;
export type Verb = (typeof verbs)[number];

/**
 * Which rows: `all`; `own`, where every policy that lets a row through asks who is calling; `some`,
 * where one asks something else; `none`, where the right is granted and no policy lets a row through.
 */
export type Reach = 'all' | 'own' | 'some' | 'none';

export interface VerbAccess {
  verb: Verb;
  reach: Reach;
  /** Null: every column. */
  columns: string[] | null;
  /** The policies that decide, by name; empty where none has a say. */
  policies: string[];
}

/** What a role may do to a table; a verb that it was not granted is missing. */
export interface RoleAccess {
  role: string;
  access: VerbAccess[];
}

/** Whom an expression asks about: the settings, functions and keywords that name the caller. */
const asksWhoCalls =
  /current_setting\(|\bauth\.(uid|jwt|email)\(|\b(current_user|session_user)\b|\bcurrent_(?!date|time|database|schema)\w+\(/i;

type Known = Pick<Inspection, 'schemas' | 'roles'>;

type Judged = Pick<RoleInspection, 'name' | 'superuser' | 'bypassRls' | 'actsAs'>;

/** Whoever else there is: has what was granted to everybody. */
const everybody: Judged = { name: 'public', superuser: false, bypassRls: false, actsAs: [] };

/** The roles that may do something to the table, by name and `public` last, superusers left out. */
export function deriveAccess(table: TableInspection, { schemas, roles }: Known): RoleAccess[] {
  const schemaGrants = schemas.find(({ name }) => name === table.schema)?.grants ?? [];
  return [...roles, everybody]
    .filter(({ superuser }) => !superuser)
    .map((role) => {
      const reads = role.actsAs.includes('pg_read_all_data');
      const writes = role.actsAs.includes('pg_write_all_data');
      const enters = reads || writes || privilegesOf(role, schemaGrants).has('usage');
      const access = enters
        ? verbs.flatMap((verb) => judgeVerb(table, role, verb, verb === 'select' ? reads : writes))
        : [];
      return { role: role.name, access };
    })
    .filter(({ access }) => access.length > 0);
}

const namesOf = (role: Judged) => new Set([role.name, 'public', ...role.actsAs]);

/** Of the role itself, of everybody, and of the roles whose rights it has. */
function privilegesOf(role: Judged, grants: readonly Grant[]): Set<string> {
  const names = namesOf(role);
  const held = grants.filter((grant) => names.has(grant.role));
  return new Set(
    held.flatMap(({ privileges }) =>
      privileges.map((privilege) => privilege.replace(' with grant option', '')),
    ),
  );
}

function judgeVerb(
  table: TableInspection,
  role: Judged,
  verb: Verb,
  everywhere: boolean,
): VerbAccess[] {
  const whole = everywhere || privilegesOf(role, table.grants).has(verb);
  const columns = table.columns
    .filter(({ grants }) => privilegesOf(role, grants).has(verb))
    .map(({ name }) => name);
  if (!whole && columns.length === 0) return [];
  return [{ verb, columns: whole ? null : columns, ...judgeRows(table, role, verb) }];
}

function judgeRows(
  table: TableInspection,
  role: Judged,
  verb: Verb,
): Pick<VerbAccess, 'reach' | 'policies'> {
  const owns = role.name === table.owner || role.actsAs.includes(table.owner);
  const exempt = role.bypassRls || (owns && !table.rls.forced);
  if (!table.rls.enabled || exempt) return { reach: 'all', policies: [] };
  const names = namesOf(role);
  const deciding = table.policies.filter(
    ({ command, roles }) =>
      (command === verb || command === 'all') && roles.some((name) => names.has(name)),
  );
  const letting = deciding.filter(({ permissive }) => permissive);
  const policies = letting.length === 0 ? [] : deciding.map(({ name }) => name);
  return { reach: reachOf(deciding, letting, verb), policies };
}

function reachOf(
  deciding: readonly PolicyInspection[],
  letting: readonly PolicyInspection[],
  verb: Verb,
): Reach {
  if (letting.length === 0) return 'none';
  const conditions = (policies: readonly PolicyInspection[]) =>
    policies.map(({ using, check }) => (verb === 'insert' ? (check ?? using) : using) ?? 'true');
  const restricting = conditions(deciding.filter(({ permissive }) => !permissive));
  if (restricting.some((condition) => asksWhoCalls.test(condition))) return 'own';
  const open = conditions(letting);
  if (open.includes('true')) {
    return restricting.every((condition) => condition === 'true') ? 'all' : 'some';
  }
  return open.every((condition) => asksWhoCalls.test(condition)) ? 'own' : 'some';
}
