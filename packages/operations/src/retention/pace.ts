/** In charge of how large the batches of a run are, and how long it rests between them. */

/** What keeps the pace. */
export interface Pace {
  /** Runs a batch of the size that is right now, and measures it. */
  time<T>(batch: (maxMessages: number) => Promise<T>): Promise<T>;
  /** How long to rest after the last batch. */
  pauseMs(): number;
  batches(): number;
  longestMs(): number;
}

/** A turn that finds its session locked, or a core busy, waits for about so long at most. */
const targetMs = 50;
const smallest = 20;
const largest = 4_000;
const longestPauseMs = 5_000;

/**
 * Batches of about 50 ms: smaller when the last took longer, larger when it was done in half of it.
 * Between them it rests, so that batches take that share of the time: on a busy machine a batch takes
 * longer, and so does the rest. A turn that meets a batch takes twice as long on two cores, and every
 * other as long as ever. With a 25th, fewer than one turn in twenty meets one; with a fifth, one in
 * five does, and p95 was that of those (8.9 beside 4.0 ms at 40 turns a second).
 */
export function createPace(share = 0.04): Pace {
  let size = 200;
  let lastMs = 0;
  let longest = 0;
  let count = 0;
  return {
    async time(batch) {
      const began = performance.now();
      const result = await batch(size);
      lastMs = performance.now() - began;
      longest = Math.max(longest, lastMs);
      count += 1;
      if (lastMs > targetMs) size = Math.max(smallest, Math.round(size / 2));
      else if (lastMs < targetMs / 2) size = Math.min(largest, Math.round(size * 1.5));
      return result;
    },
    pauseMs: () => Math.min(longestPauseMs, lastMs * (1 / share - 1)),
    batches: () => count,
    longestMs: () => longest,
  };
}
