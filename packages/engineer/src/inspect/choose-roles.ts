/** In charge of which of a server's roles belong to a database: roles are shared by all of them. */
import type { RoleInspection } from './inspection.ts';
import type { InspectionRows } from './read-inspection-rows.ts';

/**
 * Those that own something, were granted something or are named in a policy, and whoever is a
 * member of them, which lets him become them.
 */
export function chooseRoles(rows: InspectionRows): RoleInspection[] {
  const known = new Set<string>([
    rows.database.owner,
    ...[rows.schemas, rows.relations, rows.functions, rows.types, rows.sequences, rows.publications]
      .flat()
      .map(({ owner }) => owner),
    ...rows.schemas.flatMap(({ grants }) => grants.map(({ role }) => role)),
    ...rows.relationGrants.map(({ role }) => role),
    ...rows.columns.flatMap(({ grants }) => grants.map(({ role }) => role)),
    ...rows.functions.flatMap(({ executableBy }) => executableBy),
    ...rows.policies.flatMap(({ roles }) => roles),
  ]);
  let grown = true;
  while (grown) {
    const members = rows.roles.filter(
      ({ name, memberOf }) => !known.has(name) && memberOf.some((role) => known.has(role)),
    );
    for (const { name } of members) known.add(name);
    grown = members.length > 0;
  }
  return rows.roles
    .filter(({ name }) => known.has(name))
    .map((role) => ({
      ...role,
      memberOf: role.memberOf.filter((name) => known.has(name) || name.startsWith('pg_')),
      actsAs: role.actsAs.filter((name) => known.has(name) || name.startsWith('pg_')),
    }));
}
