/** In charge of how a matrix differs from the accepted one, and whether that opens anything. */
import type { Finding } from '../../findings/finding.ts';
import { outcomesByVerb, type AcceptedMatrix } from './accepted-matrix.ts';

/** One cell that is not as it was accepted. */
export interface AccessDifference {
  object: string;
  /** `role, who` */
  actor: string;
  verb: string;
  /** Null where it was not tried. */
  before: string | null;
  after: string | null;
  /** Somebody reaches what was not reached before. */
  widens: boolean;
}

/** All differences, by object, actor and verb. */
export function compareMatrices(before: AcceptedMatrix, after: AcceptedMatrix): AccessDifference[] {
  const differences: AccessDifference[] = [];
  for (const object of union(before, after)) {
    for (const actor of union(before[object], after[object])) {
      const was = outcomesByVerb(before[object]?.[actor]);
      const is = outcomesByVerb(after[object]?.[actor]);
      for (const verb of union(was, is)) {
        const [old, now] = [was[verb] ?? null, is[verb] ?? null];
        if (old === now) continue;
        const widens = reachOf(now).some((whose) => !reachOf(old).includes(whose));
        differences.push({ object, actor, verb, before: old, after: now, widens });
      }
    }
  }
  return differences;
}

/** Each object that opens more than was accepted. */
export function findWidened(differences: readonly AccessDifference[]): Finding[] {
  const wider = differences.filter(({ widens }) => widens);
  return [...new Set(wider.map(({ object }) => object))].map((object) => ({
    rule: 'access-wider-than-accepted',
    level: 'error',
    object,
    message: `${object} can be reached in more ways than the accepted matrix says.`,
    detail: wider
      .filter((each) => each.object === object)
      .map(
        ({ actor, verb, before, after }) =>
          `${actor}, ${verb}: ${before ?? 'not tried'} → ${after}`,
      )
      .join('; '),
    hint: 'If that is meant, run catb rls --accept and commit the file with the change.',
    location: null,
  }));
}

function reachOf(word: string | null): string[] {
  if (word === 'all') return ['own', 'others'];
  return word === 'own' || word === 'others' ? [word] : [];
}

function union(a: object = {}, b: object = {}): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}
