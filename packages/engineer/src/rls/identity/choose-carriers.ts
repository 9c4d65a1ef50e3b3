/** In charge of which carriers a request of a tenant has: where several could say who asks, it is tried. */
import type { Actor, Situation } from '../attempts/situation.ts';
import type { PatientRunner } from '../attempts/slow-objects.ts';
import { readAttempts } from '../attempts/read-attempts.ts';
import { countReached } from '../judge/count-reached.ts';
import type { RoleFacts } from '../catalog/facts.ts';
import type { KnownIdentity } from '../witness/make-witnesses.ts';
import { tenantSettings } from './tenant-settings.ts';

/** With more carriers than that, not every combination is tried. */
const mostCombined = 4;

/**
 * The identities with which the owner reaches most of his own rows. A header that holds a token, for
 * one, can't be made up: what reads it refuses the whole request, and without it the claim does.
 */
export async function chooseCarriers(
  runner: PatientRunner,
  situation: Situation,
  roles: readonly RoleFacts[],
  identities: readonly KnownIdentity[],
): Promise<readonly KnownIdentity[]> {
  if (identities.length < 2) return identities;
  const tables = [...situation.facts.relations.values()].filter(
    ({ kind, policies_on }) => policies_on && (kind === 'table' || kind === 'partitioned table'),
  );
  let best: { chosen: readonly KnownIdentity[]; reach: number } = { chosen: identities, reach: -1 };
  for (const chosen of combine(identities)) {
    let reach = 0;
    for (const { name: role, bypasses } of roles) {
      if (bypasses) continue;
      const actor: Actor = { role, who: 'owner' };
      const attempts = tables.flatMap(
        (table) =>
          readAttempts(situation, actor, table).find(({ verb }) => verb === 'select') ?? [],
      );
      const settings = tenantSettings(role, 'owner', chosen);
      const results = await runner.run({ role, settings, hiddenTenants: [] }, attempts, 100);
      for (const [at, attempt] of attempts.entries()) {
        const result = results[at];
        if (result?.sqlstate !== undefined || result === undefined) continue;
        const marks = new Map(result.found?.map((mark) => [mark, [1, 0] as const]));
        reach += countReached(attempt, result, 'owner', situation.witnesses, marks).own;
      }
    }
    if (reach > best.reach) best = { chosen, reach };
  }
  return best.chosen;
}

/** All together first, then fewer: what reaches as much with more of them is the likelier request. */
function combine(identities: readonly KnownIdentity[]): (readonly KnownIdentity[])[] {
  if (identities.length > mostCombined) {
    const kinds = (['claims', 'headers', 'setting'] as const)
      .map((base) => identities.filter(({ trail }) => trail.base === base))
      .filter((some) => some.length > 0 && some.length < identities.length);
    return [identities, ...kinds, ...identities.map((identity) => [identity])];
  }
  const subsets: KnownIdentity[][] = [[]];
  for (const identity of identities) {
    subsets.push(...subsets.map((subset) => [...subset, identity]));
  }
  return subsets.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
}
