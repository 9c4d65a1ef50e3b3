/** In charge of saying in a few words who may do what to a table. */
import type { Inspection } from './inspection.ts';
import { deriveAccess, type RoleAccess, type VerbAccess } from './derive-access.ts';
import type { TableInspection } from './relation-inspection.ts';

/** Roles that may do the same. */
export interface AccessLine {
  roles: string[];
  /** Such as `select own`, `insert, update all`; `nothing` where policies let no row through. */
  may: string;
}

/** One line for each group of roles that may do the same; the owner is left out. */
export function describeAccess(
  table: TableInspection,
  known: Pick<Inspection, 'schemas' | 'roles'>,
): AccessLine[] {
  const lines = new Map<string, string[]>();
  for (const entry of deriveAccess(table, known)) {
    if (entry.role === table.owner) continue;
    const may = describeVerbs(entry);
    lines.set(may, [...(lines.get(may) ?? []), entry.role]);
  }
  return [...lines].map(([may, roles]) => ({ roles, may }));
}

/** What an owner may do to its own table beyond what grants say. */
export function describeOwner(table: TableInspection, roles: Inspection['roles']): string {
  const owner = roles.find(({ name }) => name === table.owner);
  if (owner?.superuser === true) return 'every row, as a superuser';
  if (owner?.bypassRls === true) return 'every row, by bypassrls';
  if (!table.rls.enabled) return 'every row';
  return table.rls.forced ? 'what its policies say' : 'every row, policies do not bind it';
}

function describeVerbs({ access }: RoleAccess): string {
  const reaching = access.filter(({ reach }) => reach !== 'none');
  if (reaching.length === 0) return 'nothing';
  const reaches = new Map<string, string[]>();
  for (const entry of reaching) {
    const reach = describeReach(entry);
    reaches.set(reach, [...(reaches.get(reach) ?? []), entry.verb]);
  }
  return [...reaches].map(([reach, verbs]) => `${verbs.join(', ')} ${reach}`).join('; ');
}

export function describeReach({ reach, columns }: VerbAccess): string {
  if (columns === null) return reach;
  return `${reach} (${columns.length} ${columns.length === 1 ? 'column' : 'columns'})`;
}
