/** Runs a script and what is to be recorded about it as one transaction. */
import type pg from 'pg';
import { migrationFailed } from './database-error.ts';
import { requireMigrationLock } from './migration-lock.ts';
import type { SqlScript } from './migration-file.ts';
import type { MigratorSettings } from './options.ts';

/**
 * Runs the statements one by one over the simple protocol, so that a failure can name its statement,
 * then `record`, then commits. When anything fails, nothing has happened.
 *
 * @throws CatbError MIGRATION_FAILED, MIGRATION_POOLED_CONNECTION
 */
export async function runInTransaction(
  client: pg.Client,
  settings: Pick<MigratorSettings, 'lockTimeoutMs' | 'around'>,
  script: SqlScript,
  record: () => Promise<void>,
): Promise<void> {
  await client.query(`begin; set local lock_timeout = ${Math.ceil(settings.lockTimeoutMs)}`);
  try {
    await requireMigrationLock(client);
    for (const [index, statement] of script.executable.entries()) {
      const run = async (): Promise<void> => void (await client.query(statement.text));
      await settings.around(statement, run).catch((cause: unknown) => {
        throw migrationFailed(script, { statement, number: index + 1 }, cause);
      });
    }
    // The history row is written as whoever connected, whatever role the script left behind.
    await client.query('reset session authorization; reset role');
    await record();
    await client.query('commit').catch((cause: unknown) => {
      throw migrationFailed(script, undefined, cause);
    });
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
