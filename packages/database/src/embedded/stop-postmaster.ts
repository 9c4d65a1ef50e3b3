/** In charge of ending PostgreSQL: quickly and cleanly, by force only when it doesn't end. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error.ts';
import { findPostmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';

const cleanStopMs = 30_000;
const forcedStopMs = 10_000;

/**
 * Stops a cluster's PostgreSQL: open transactions are rolled back, committed ones are on disk.
 * After 30 seconds it is ended at once and will recover at the next start.
 *
 * @returns Whether there was one to stop.
 * @throws EmbeddedError `EMBEDDED_STOP_FAILED` when it lives on in spite of both.
 */
export async function stopPostmaster(cluster: string): Promise<boolean> {
  const pid = findPostmaster(cluster)?.pid;
  if (pid === undefined) return false;
  for (const [signal, waitMs] of [
    ['SIGINT', cleanStopMs],
    ['SIGQUIT', forcedStopMs],
  ] as const) {
    const deadline = Date.now() + waitMs;
    send(pid, signal);
    while (Date.now() < deadline) {
      if (hasEnded(pid, cluster)) return true;
      await sleep(5);
    }
  }
  throw new EmbeddedError({
    code: 'EMBEDDED_STOP_FAILED',
    message: `PostgreSQL, process ${pid}, does not end.`,
    hint: 'End it by hand; it recovers at the next start.',
  });
}

/**
 * The same for a process that is exiting, where nothing asynchronous runs any more: asks for a
 * clean stop and blocks until it is done, for 10 seconds at most.
 */
export function stopPostmasterNow(cluster: string): void {
  const pid = findPostmaster(cluster)?.pid;
  if (pid === undefined) return;
  send(pid, 'SIGINT');
  const deadline = Date.now() + forcedStopMs;
  while (!hasEnded(pid, cluster) && Date.now() < deadline) sleepNow(5);
}

/** Blocks this thread. */
export function sleepNow(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function hasEnded(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return true;
  // Where a process that has ended can't be told from a living one, its file is the sign.
  return process.platform !== 'linux' && !existsSync(path.join(cluster, 'postmaster.pid'));
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself.
  }
}
