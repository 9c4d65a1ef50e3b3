/** Rolls back what was applied, and keeps the data that the rollbacks keep. */
import { withConnection } from './connect.ts';
import { readHistory } from './history.ts';
import { withMigrationLock } from './migration-lock.ts';
import { rollBackMigration } from './migrate.ts';
import { migratorSettings, type MigratorOptions } from './options.ts';
import { planDown, type Range } from './plan.ts';
import { readMigrationFolder } from './read-folder.ts';

/**
 * Rolls back the newest migration, or as many as `steps` says, or all that are newer than `to`
 * (which stays; `0` rolls back everything). All are checked before the first is run: a changed file
 * or an irreversible one among them stops it with nothing done.
 *
 * The rollback in the folder is used; where a migration's file is not in the folder, the one that
 * was stored when it was applied.
 *
 * @returns the file names that were rolled back, newest first
 * @throws CatbError with a code MIGRATION_*, or DATABASE_UNREACHABLE
 */
export async function migrateDown(
  options: MigratorOptions & Range,
): Promise<{ rolledBack: string[] }> {
  const settings = migratorSettings(options);
  const folder = await readMigrationFolder(settings.directory);
  return await withConnection(settings.url, (client) =>
    withMigrationLock(client, settings, async () => {
      const rolledBack: string[] = [];
      for (const step of planDown(folder, await readHistory(client), settings, options)) {
        await rollBackMigration(client, settings, step);
        rolledBack.push(step.file);
      }
      return { rolledBack };
    }),
  );
}
