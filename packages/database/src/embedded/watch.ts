/** In charge of bringing PostgreSQL back when it ends while this process still needs it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureRunning, type RunningServer, type ServerRequest } from './ensure-running.ts';
import { withLock } from './lock.ts';
import { isAlive } from './processes.ts';

/** What a watch reports: PostgreSQL ended, came back, or did not. */
export type WatchEvent =
  | { type: 'ended'; pid: number }
  | { type: 'restarted'; pid: number; joined: boolean }
  | { type: 'restart-failed'; error: unknown; retryInMs: number };

/** A watch that goes on until it is stopped. */
export interface Watch {
  stop(): Promise<void>;
}

const lookEveryMs = 50;
const firstWaitMs = 100;
const longestWaitMs = 5_000;

/**
 * Looks 20 times a second whether PostgreSQL lives, and starts it again on the same port when it
 * doesn't, waiting from 0.1 to 5 seconds between attempts. It does not keep the process alive.
 *
 * @param pid The process to look for first.
 * @param onRestart Is given each new server.
 */
export function watchServer(
  request: ServerRequest & { port: number },
  pid: number,
  onRestart: (server: RunningServer) => void,
  onEvent: (event: WatchEvent) => void = () => undefined,
): Watch {
  const stopped = new AbortController();
  const pause = (ms: number) =>
    sleep(ms, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined);

  async function restart(): Promise<number> {
    for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      try {
        return await withLock(request.dataDir, async () => {
          if (stopped.signal.aborted) return 0;
          const server = await ensureRunning(request);
          onRestart(server);
          const { joined, postmaster } = server;
          onEvent({ type: 'restarted', pid: postmaster.pid, joined });
          return postmaster.pid;
        });
      } catch (error) {
        if (stopped.signal.aborted) return 0;
        onEvent({ type: 'restart-failed', error, retryInMs: waitMs });
      }
      await pause(waitMs);
    }
  }

  async function look(): Promise<void> {
    let watched = pid;
    while (!stopped.signal.aborted) {
      await pause(lookEveryMs);
      if (stopped.signal.aborted || isAlive(watched)) continue;
      onEvent({ type: 'ended', pid: watched });
      watched = await restart();
      // One that ends again and again must not keep the machine busy.
      await pause(firstWaitMs);
    }
  }

  const done = look();
  return {
    async stop() {
      stopped.abort();
      await done;
    },
  };
}
