/** Applies what is pending. */
import { withConnection } from './connect.ts';
import { ensureHistory, readHistory } from './history.ts';
import { withMigrationLock } from './migration-lock.ts';
import { applyMigration } from './migrate.ts';
import { migratorSettings, type MigratorOptions } from './options.ts';
import { planUp, type Range } from './plan.ts';
import { readMigrationFolder } from './read-folder.ts';

/**
 * Applies the pending migrations, oldest first, each with its history row in one transaction; `to`
 * is the last version to apply, `steps` the most to apply.
 *
 * With nothing to do it is one connection and one query, and takes no lock. The whole run is held on
 * one connection, which must not go through a transaction pooler.
 *
 * @returns the file names that were applied; those before a failure stay applied
 * @throws CatbError with a code MIGRATION_*, or DATABASE_UNREACHABLE
 */
export async function migrateUp(options: MigratorOptions & Range): Promise<{ applied: string[] }> {
  const settings = migratorSettings(options);
  const folder = await readMigrationFolder(settings.directory);
  return await withConnection(settings.url, async (client) => {
    const applied: string[] = [];
    if (planUp(folder, await readHistory(client), settings, options).length === 0) {
      return { applied };
    }
    return await withMigrationLock(client, settings, async () => {
      await ensureHistory(client);
      // Read again: while this one waited, another migrator may have done the work.
      for (const migration of planUp(folder, await readHistory(client), settings, options)) {
        await applyMigration(client, settings, migration);
        applied.push(migration.file);
      }
      return { applied };
    });
  });
}
