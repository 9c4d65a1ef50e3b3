/** Tries again when a migration meets a lock, so that it never queues traffic behind itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { CatbError } from '../errors.ts';
import { sqlState, sqlStateOf } from './database-error.ts';
import { watchBlockers, type Blockers } from './find-blockers.ts';
import type { MigratorSettings } from './options.ts';

const firstPauseMs = 200;
const longestPauseMs = 10_000;

function isLockError(error: unknown): boolean {
  const state = sqlStateOf(error instanceof CatbError ? error.cause : error);
  return state === sqlState.lockNotAvailable || state === sqlState.deadlockDetected;
}

function lockedError(
  place: string,
  settings: MigratorSettings,
  blockers: Blockers | undefined,
  cause: unknown,
): CatbError {
  const relation = blockers?.relation === undefined ? '' : ` on ${blockers.relation}`;
  const times = settings.attempts === 1 ? 'once' : `${settings.attempts} times`;
  return new CatbError({
    code: 'MIGRATION_LOCKED',
    message: `${place} did not get its lock${relation}: tried ${times}, ${settings.lockTimeoutMs} ms each.`,
    details:
      blockers === undefined
        ? 'Nothing was changed. Who was in the way is not known.'
        : `Nothing was changed. In the way: ${blockers.processes.join('; ')}.`,
    hint: 'Try when there is less traffic, or end the process that is in the way (pg_terminate_backend).',
    cause,
  });
}

/** The pause before try number `attempt` (from 1), doubling, with half of it left to chance. */
function pauseMs(attempt: number): number {
  const full = Math.min(firstPauseMs * 2 ** (attempt - 1), longestPauseMs);
  return full / 2 + (Math.random() * full) / 2;
}

async function backendPid(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}

/**
 * Calls `attempt`, which must leave nothing behind when it fails, until it meets no lock.
 *
 * @param place names the file in the error
 * @throws CatbError MIGRATION_LOCKED after the last attempt, naming who was in the way
 */
export async function retryOnLock<T>(
  client: pg.Client,
  settings: MigratorSettings,
  place: string,
  attempt: () => Promise<T>,
): Promise<T> {
  const pid = await backendPid(client);
  let blockers: Blockers | undefined;
  const watch = {
    url: settings.url,
    pid,
    // A third of the longest wait: at least one look falls into each.
    everyMs: Math.max(20, settings.lockTimeoutMs / 3),
    found: (found: Blockers) => (blockers = found),
  };
  return await watchBlockers(watch, async () => {
    for (let number = 1; ; number += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (!isLockError(error)) throw error;
        if (number >= settings.attempts) throw lockedError(place, settings, blockers, error);
        settings.log(`${place}: locked, trying again (${number} of ${settings.attempts})`);
        await sleep(pauseMs(number));
      }
    }
  });
}
