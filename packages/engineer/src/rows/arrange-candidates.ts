/** In charge of which candidates a row tries first: ordinary ones, edges, or any. */
import type { Candidate, Flavor } from './candidates/candidate.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What a row is to be like. */
export type Profile = 'typical' | 'low' | 'high' | 'mixed';

const orders: Record<Exclude<Profile, 'mixed'>, Flavor[]> = {
  typical: ['default', 'fresh', 'typical', 'mined', 'low', 'high', 'null'],
  low: ['null', 'low', 'mined', 'typical', 'fresh', 'default', 'high'],
  high: ['high', 'mined', 'typical', 'fresh', 'default', 'low', 'null'],
};
const mostFresh = 6;
const most = 48;

/** The profile of a row: the first of each group is an ordinary one, the next ones are edges. */
export function profileOf(index: number): Profile {
  return (['typical', 'low', 'high'] as const)[index] ?? 'mixed';
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

/**
 * Puts the candidates of a column into the order in which a row tries them.
 *
 * @param number of the row in its table, so that rows differ
 * @param isKey whether no two rows may share the value: then the default and fresh ones come first
 */
export function arrangeCandidates(
  candidates: readonly Candidate[],
  profile: Profile,
  number: number,
  isKey: boolean,
  random: SeededRandom,
): Candidate[] {
  const byFlavor = (flavor: Flavor): Candidate[] =>
    rotate(
      candidates.filter((candidate) => candidate.flavor === flavor),
      number,
    );
  const fresh = byFlavor('fresh').slice(0, mostFresh);
  if (profile === 'mixed') {
    const others = candidates.filter(({ flavor }) => flavor !== 'fresh' && flavor !== 'default');
    const mixed = random.shuffle([...others, ...fresh, ...byFlavor('default')]);
    const head = isKey ? [...byFlavor('default'), ...fresh] : [];
    return unique([...head, ...mixed]).slice(0, most);
  }
  const ordered = orders[profile].flatMap((flavor) =>
    flavor === 'fresh' ? fresh : byFlavor(flavor),
  );
  const head = isKey ? byFlavor('default') : [];
  return unique([...head, ...ordered]).slice(0, most);
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  return [...new Set(candidates)];
}
