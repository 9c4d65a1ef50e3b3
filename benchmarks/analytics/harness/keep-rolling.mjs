/** In charge of the loop that every server runs: rollups every two seconds. */
import { setTimeout as sleep } from 'node:timers/promises';
import { rollUpUsage } from '@catb/database';

const EVERY_MS = 2_000;
const PAUSE_AFTER_RUN = 4;

/**
 * Rolls up as packages/server/src/analytics/keep-rollups.ts does, until it is stopped.
 *
 * @param {import('@catb/database').Database} database as the role `catb_server`
 * @returns {{ stop: () => Promise<number[]> }} resolves with the milliseconds of each run
 */
export function keepRolling(database) {
  const stopping = new AbortController();
  /** @type {number[]} */
  const runs = [];
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const start = performance.now();
      await rollUpUsage(database);
      const took = performance.now() - start;
      runs.push(took);
      await sleep(Math.max(EVERY_MS, took * PAUSE_AFTER_RUN), undefined, {
        signal: stopping.signal,
      }).catch(() => undefined);
    }
    return runs;
  })();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}
