/**
 * In charge of work that a stop has to wait for: jobs that go on after an answer was sent, and turns
 * whose client is gone.
 */
import type { Logger } from 'pino';
import { describeError } from '../http/log-requests.ts';

/** The jobs under way in this process. */
export interface BackgroundJobs {
  /** Starts a job; a failure is logged and ends nothing else. */
  start(name: string, job: (signal: AbortSignal) => Promise<void>): void;
  /** Passes a turn through, and makes a stop wait for it: its connection may be closed by then. */
  follow<Result>(turn: Promise<Result>): Promise<Result>;
  /** Tells the jobs to stop, and waits for them and for the turns. */
  stop(): Promise<void>;
}

/** At most so many at once: more are not started, their cause comes up again at a later turn. */
const mostAtOnce = 4;

/** No job is under way at first. */
export function createBackgroundJobs(log: Logger): BackgroundJobs {
  const running = new Set<Promise<void>>();
  const turns = new Set<Promise<unknown>>();
  const stopping = new AbortController();
  return {
    start(name, job) {
      if (running.size >= mostAtOnce || stopping.signal.aborted) return;
      const run = job(stopping.signal)
        .catch((error: unknown) => {
          log.warn({ job: name, error: describeError(error) }, 'background job failed');
        })
        .finally(() => running.delete(run));
      running.add(run);
    },
    async follow(turn) {
      turns.add(turn);
      try {
        return await turn;
      } finally {
        turns.delete(turn);
      }
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled(turns);
      await Promise.all(running);
    },
  };
}
