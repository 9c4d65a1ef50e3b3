/** In charge of tables about which trying says nothing: no row was there, and somebody was let in. */
import type { ObjectAccess } from '../access-matrix.ts';
import type { Situation } from '../attempts/situation.ts';
import type { ChosenObjects } from '../catalog/choose-objects.ts';
import type { RoleFacts } from '../catalog/facts.ts';
import type { MadeWitnesses, ObjectRemark } from '../witness/make-witnesses.ts';

/** What was tried with what. */
interface Trial {
  chosen: ChosenObjects;
  made: Pick<MadeWitnesses, 'problems'>;
  roles: readonly RoleFacts[];
}

/** Where every attempt was refused, rows would have changed nothing: such a table is proved. */
export function listUnproved(
  objects: readonly ObjectAccess[],
  { witnesses }: Situation,
  { chosen, made, roles }: Trial,
): ObjectRemark[] {
  const held = new Set(roles.filter(({ bypasses }) => !bypasses).map(({ name }) => name));
  return chosen.tables
    .filter(({ leaves }) => witnesses.in(leaves).length === 0)
    .filter(({ object }) =>
      objects
        .find((access) => access.object === object)
        ?.cells.some(({ role, outcome }) => held.has(role) && outcome !== 'error'),
    )
    .map(({ object }) => ({
      object,
      reason:
        made.problems.find((problem) => problem.object === object)?.reason ??
        'no witness row lies in it: what was refused was seen, what was not was not',
    }));
}
