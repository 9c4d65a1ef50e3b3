/** Keeps two migrators from working on one database at the same time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { CatbError } from '../errors.ts';
import type { MigratorSettings } from './options.ts';
import { sql } from './sql.generated.ts';

/**
 * The two numbers of the session-level advisory lock. The first spells "catb" in ASCII; the second
 * is 1 for migrations. Nothing else may take it in a database that catb migrates.
 */
export const migrationLockKey: readonly [number, number] = [0x63617462, 1];

const firstPauseMs = 25;
const longestPauseMs = 500;

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(sql.tryMigrationLock, [
    ...migrationLockKey,
  ]);
  return rows[0]?.locked === true;
}

async function waitForLock(client: pg.Client, settings: MigratorSettings): Promise<void> {
  const deadline = Date.now() + settings.waitMs;
  let pause = firstPauseMs;
  // Asks again and again instead of waiting inside one statement: a statement that waits holds a
  // snapshot, and "create index concurrently" in the other migrator would wait for it for ever.
  while (!(await tryLock(client))) {
    if (Date.now() >= deadline) {
      throw new CatbError({
        code: 'MIGRATION_LOCKED',
        message: `Another migrator has been at work on this database for ${settings.waitMs} ms.`,
        hint: 'Wait for it to end; see pg_locks (locktype = advisory) for the process that holds it.',
      });
    }
    if (pause === firstPauseMs) settings.log('waiting for another migrator');
    await sleep(pause + Math.random() * firstPauseMs);
    pause = Math.min(pause * 2, longestPauseMs);
  }
}

/**
 * Runs `work` while holding the lock, which ends with the connection at the latest: a migrator that
 * was killed leaves nothing behind.
 *
 * @throws CatbError MIGRATION_LOCKED when another one holds it for longer than `waitMs`
 */
export async function withMigrationLock<T>(
  client: pg.Client,
  settings: MigratorSettings,
  work: () => Promise<T>,
): Promise<T> {
  await waitForLock(client, settings);
  try {
    return await work();
  } finally {
    await client
      .query('select pg_catalog.pg_advisory_unlock($1::int, $2::int)', [...migrationLockKey])
      .catch(() => undefined);
  }
}

/**
 * Makes sure that the server connection which answers is the one that holds the lock.
 *
 * @throws CatbError MIGRATION_POOLED_CONNECTION when it is another one
 */
export async function requireMigrationLock(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ held: boolean }>(sql.holdsMigrationLock, [
    ...migrationLockKey,
  ]);
  if (rows[0]?.held === true) return;
  throw new CatbError({
    code: 'MIGRATION_POOLED_CONNECTION',
    message: 'The server connection that answers is not the one that holds the migration lock.',
    details: 'A transaction pooler hands out another server connection for each transaction.',
    hint: 'Migrate over a direct connection or a session pooler (port 5432 on Supabase, not 6543).',
  });
}
