/** In charge of which candidates a row tries first: ordinary ones, edges, or any. */
import type { Candidate, Flavor } from './candidates/candidate.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What a row is to be like: ordinary, null wherever it may be, at the edges, or anything. */
export type Profile = 'typical' | 'empty' | 'high' | 'low' | 'mixed';

const orders: Record<Exclude<Profile, 'mixed'>, Flavor[]> = {
  typical: ['default', 'fresh', 'typical', 'mined', 'low', 'high', 'null'],
  empty: ['null', 'low', 'mined', 'typical', 'fresh', 'default', 'high'],
  low: ['low', 'mined', 'typical', 'fresh', 'default', 'high', 'null'],
  high: ['high', 'mined', 'typical', 'fresh', 'default', 'low', 'null'],
};

/** How many candidates of a column a search goes through. */
export interface SearchWidth {
  fresh: number;
  all: number;
}

/** The profile of a row: the first of each group is an ordinary one, the next ones are edges. */
export function profileOf(index: number): Profile {
  return (['typical', 'empty', 'high', 'low'] as const)[index] ?? 'mixed';
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

/**
 * Puts the candidates of a column into the order in which a row tries them.
 *
 * @param number of the row in its table, so that rows differ
 * @param edge how many rows before it were to be like it, so that edges differ
 * @param isKey whether no two rows may share the value: then the default and fresh ones come first
 * @param hopeless those that are tried last
 */
export function arrangeCandidates(
  candidates: readonly Candidate[],
  profile: Profile,
  number: number,
  edge: number,
  isKey: boolean,
  width: SearchWidth,
  random: SeededRandom,
  hopeless: ReadonlySet<Candidate>,
): Candidate[] {
  const byFlavor = (flavor: Flavor): Candidate[] =>
    rotate(
      candidates.filter((candidate) => candidate.flavor === flavor),
      flavor === 'low' || flavor === 'high' ? edge : number,
    );
  const fresh = byFlavor('fresh').slice(0, width.fresh);
  const cut = (some: readonly Candidate[]): Candidate[] => {
    const last = some.filter((candidate) => hopeless.has(candidate));
    const first = some.filter((candidate) => !hopeless.has(candidate));
    return unique([...first, ...last]).slice(0, width.all);
  };
  if (profile === 'mixed') {
    const others = candidates.filter(({ flavor }) => flavor !== 'fresh' && flavor !== 'default');
    const mixed = random.shuffle([...others, ...fresh, ...byFlavor('default')]);
    const head = isKey ? [...byFlavor('default'), ...fresh] : [];
    return cut([...head, ...mixed]);
  }
  const ordered = orders[profile].flatMap((flavor) =>
    flavor === 'fresh' ? fresh : byFlavor(flavor),
  );
  const head = isKey ? byFlavor('default') : [];
  return cut([...head, ...ordered]);
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  return [...new Set(candidates)];
}
