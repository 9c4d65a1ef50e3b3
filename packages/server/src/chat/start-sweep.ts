/**
 * In charge of when unfinished answers are swept: every minute those of attempts long past their
 * lease, and all of them at once when this is the only server alive, after a crash.
 */
import { holdPresence, sweepStuckTurns, type Database } from '@catb/database';
import type { Logger } from 'pino';
import { describeError } from '../http/log-requests.ts';

const everyMs = 60_000;
const olderThanSeconds = 300;

/** Stands in the place of an answer whose server died before it said a word. */
const apologyAfterCrash =
  'My answer was interrupted before it began. Your message is saved. Please send it again; ' +
  'if your cat gets worse, or you are worried, call your vet.';

/** A sweep that goes on. */
export interface Sweep {
  stop(): Promise<void>;
}

/** Sweeps now, if no other server is alive, and then every minute. */
export function startSweep(options: {
  database: Database;
  databaseUrl: string;
  log: Logger;
}): Sweep {
  const { database, databaseUrl, log } = options;

  async function sweep(seconds: number): Promise<void> {
    try {
      const closed = await sweepStuckTurns(database, {
        apology: apologyAfterCrash,
        olderThanSeconds: seconds,
      });
      if (closed > 0) log.warn({ closed }, 'unfinished answers closed');
    } catch (error) {
      log.warn({ error: describeError(error) }, 'sweep of unfinished answers failed');
    }
  }

  const presence = holdPresence({ url: databaseUrl, onAlone: () => sweep(0) });
  const timer = setInterval(() => void sweep(olderThanSeconds), everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await presence.release();
    },
  };
}
