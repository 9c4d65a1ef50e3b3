/**
 * In charge of when the analytics are brought up to date: the rollups every two seconds, the
 * materialized views every quarter of an hour. Every server asks; the database lets one do it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { refreshSessionDays, refreshUsageViews, rollUpUsage, type Database } from '@catb/database';
import type { Logger } from 'pino';
import { describeError } from '../http/log-requests.ts';

const everyMs = 2_000;
/** A run may take a fifth of one core at most: under heavy traffic they are further apart. */
const pauseAfterRun = 4;
const afterFailureMs = 30_000;
const viewsEverySeconds = 15 * 60;

/** Upkeep that goes on. */
export interface RollupUpkeep {
  /** Resolves when the run under way has ended. */
  stop(): Promise<void>;
}

/** Keeps rollups and views up to date until it is stopped. */
export function keepRollups(options: { database: Database; log: Logger }): RollupUpkeep {
  const { database, log } = options;
  const stopping = new AbortController();
  let viewsDueAt = 0;

  async function runOnce(): Promise<number> {
    const started = performance.now();
    const { waiting } = await rollUpUsage(database);
    const tookMs = performance.now() - started;
    // What is there from before comes first; views of half of it would be no use.
    if (waiting !== null && waiting > 0) return tookMs;
    if (waiting === 0 && Date.now() >= viewsDueAt) {
      await refreshViews();
      viewsDueAt = Date.now() + viewsEverySeconds * 1_000;
    }
    return Math.max(everyMs, tookMs * pauseAfterRun);
  }

  async function refreshViews(): Promise<void> {
    while (!stopping.signal.aborted && ((await refreshSessionDays(database)) ?? 0) > 0);
    // A little less, so that a clock that is a moment off doesn't skip a turn.
    if (!stopping.signal.aborted) await refreshUsageViews(database, viewsEverySeconds * 0.9);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      let pauseMs = afterFailureMs;
      try {
        pauseMs = await runOnce();
      } catch (error) {
        log.warn({ error: describeError(error) }, 'usage rollups are not up to date');
      }
      await pause(pauseMs, undefined, { signal: stopping.signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
