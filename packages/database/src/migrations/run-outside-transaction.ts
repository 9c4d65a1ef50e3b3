/**
 * Runs the one statement of a script that can't share a transaction, such as
 * `create index concurrently`, so that it can be taken up again wherever it was interrupted.
 */
import type pg from 'pg';
import { classifyStatement } from './classify-statement.ts';
import { prepareCreateIndex, removeBrokenIndex, wasIndexDropped } from './concurrent-index.ts';
import { migrationFailed } from './database-error.ts';
import { clearUnfinished, markUnfinished, type Direction } from './history.ts';
import type { SqlScript } from './migration-file.ts';
import { requireMigrationLock } from './migration-lock.ts';
import type { MigratorSettings } from './options.ts';
import { retryOnLock } from './retry-on-lock.ts';
import type { SqlStatement } from './split-statements.ts';

/** What is run, for which migration, and how to record that it is done. */
export interface OutsideTransaction {
  version: string;
  direction: Direction;
  script: SqlScript;
  record: () => Promise<void>;
}

/** Building an index holds up no reads or writes, so it may wait as long as it is told to. */
function lockSettings(settings: MigratorSettings, statement: SqlStatement): MigratorSettings {
  const patient = statement.words.includes('concurrently') && statement.words.includes('index');
  return patient ? { ...settings, lockTimeoutMs: settings.waitMs, attempts: 2 } : settings;
}

async function setLockTimeout(client: pg.Client, milliseconds: number): Promise<void> {
  await client.query(`set lock_timeout = ${Math.ceil(milliseconds)}`);
}

async function alreadyDone(
  client: pg.Client,
  settings: MigratorSettings,
  script: SqlScript,
  statement: SqlStatement,
  begunBefore: boolean,
): Promise<boolean> {
  const kind = classifyStatement(statement);
  if (kind === 'create-index-concurrently') {
    return (await prepareCreateIndex(client, script, statement, settings.log)) === 'finished';
  }
  if (kind !== 'drop-index-concurrently' || !begunBefore) return false;
  return await wasIndexDropped(client, statement);
}

async function recordDone(client: pg.Client, run: OutsideTransaction): Promise<void> {
  await client.query('begin');
  try {
    await run.record();
    await clearUnfinished(client, run.version, run.direction);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Leaves nothing half done behind where that is possible; what remains is taken up next time. */
async function cleanUp(
  client: pg.Client,
  settings: MigratorSettings,
  run: OutsideTransaction,
  statement: SqlStatement,
): Promise<void> {
  try {
    await setLockTimeout(client, settings.lockTimeoutMs);
    await removeBrokenIndex(client, statement);
    await clearUnfinished(client, run.version, run.direction);
  } catch {
    // The connection is gone, or the drop failed too: the note stays, and says so in the status.
  }
}

/**
 * Runs, retries, records. Before the statement a note says that it begins; the note is removed in
 * the transaction that writes the history row.
 *
 * @throws CatbError MIGRATION_FAILED, MIGRATION_LOCKED, MIGRATION_CONCURRENT_CONFLICT,
 *   MIGRATION_CONCURRENT_UNNAMED, MIGRATION_POOLED_CONNECTION
 */
export async function runOutsideTransaction(
  client: pg.Client,
  settings: MigratorSettings,
  run: OutsideTransaction,
): Promise<void> {
  const [statement] = run.script.executable;
  if (statement === undefined) return;
  await requireMigrationLock(client);
  const begunBefore = await markUnfinished(client, run.version, run.direction);
  const waits = lockSettings(settings, statement);
  await setLockTimeout(client, waits.lockTimeoutMs);
  try {
    await retryOnLock(client, waits, run.script.place, async () => {
      if (await alreadyDone(client, settings, run.script, statement, begunBefore)) {
        settings.log(`${run.script.place}: had been finished before, only recorded now`);
        return;
      }
      const execute = async (): Promise<void> => void (await client.query(statement.text));
      await settings.around(statement, execute).catch((cause: unknown) => {
        throw migrationFailed(run.script, { statement, number: 1 }, cause);
      });
    });
  } catch (error) {
    await cleanUp(client, settings, run, statement);
    throw error;
  }
  await recordDone(client, run);
}
