/** In charge of chance that is the same at every run. */

/** Numbers below a bound, repeatable by their seed. */
export interface Random {
  /** A whole number from 0 to `bound` - 1. */
  below(bound: number): number;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
}

/** Makes a stream of numbers (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
  return { below, pick: <T>(items: readonly T[]) => items[below(items.length)] as T };
}
