/** In charge of chance in a demo: the same at every run with the same seed. */
import { createRandom } from '../random.ts';

/** Draws; each moves the stream on by one number, `normal` by two. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  unit(): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  /** A whole number from 0 to `bound` - 1. */
  below(bound: number): number;
  /** One of the items, of which there is at least one. */
  pick<T>(items: readonly T[]): T;
  /** Around 1, the logarithm normal with this spread: many a little less, few far more. */
  logNormal(spread: number): number;
  /** How often something happens that happens `mean` times on average. */
  poisson(mean: number): number;
}

const wholeRange = 2 ** 32;

/** A stream of draws. */
export function createChance(seed: number): Chance {
  const { below, pick } = createRandom(seed);
  const unit = () => below(wholeRange) / wholeRange;
  return {
    unit,
    below,
    pick,
    happens: (probability) => unit() < probability,
    // Box and Muller's method; 1 - unit() is never 0.
    logNormal: (spread) =>
      Math.exp(spread * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())),
    poisson(mean) {
      // Knuth's method: the means here are a few dozen at most.
      const enough = Math.exp(-mean);
      let count = 0;
      for (let product = unit(); product > enough; product *= unit()) count += 1;
      return count;
    },
  };
}
