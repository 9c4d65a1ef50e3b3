/** Starts a migration and its rollback. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CatbError } from '../errors.ts';
import { readMigrationFolder } from './read-folder.ts';

function formatVersion(time: Date): string {
  return time.toISOString().replace(/\D/g, '').slice(0, 14);
}

function parseVersion(version: string): Date | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(version);
  if (parts === null) return undefined;
  const [year = 0, month = 0, ...rest] = parts.slice(1).map(Number);
  const time = new Date(Date.UTC(year, month - 1, ...(rest as [number, number, number, number])));
  return formatVersion(time) === version ? time : undefined;
}

/** One that sorts behind `newest`, which may not be a time at all. */
function versionAfter(newest: string | undefined, now: Date): string {
  const version = formatVersion(now);
  if (newest === undefined || version > newest) return version;
  const time = parseVersion(newest);
  if (time !== undefined) return formatVersion(new Date(time.getTime() + 1_000));
  return String(BigInt(newest) + 1n).padStart(newest.length, '0');
}

function fileStem(name: string): string {
  const stem = name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (stem !== '') return stem;
  throw new CatbError({
    code: 'MIGRATION_NAME_INVALID',
    message: `"${name}" holds no letter or digit that a file name could be made of.`,
    hint: 'Say in a few words what changes: add_cat_profile.',
  });
}

/**
 * Creates `migrations/<version>_<name>.sql` and `rollbacks/` with the same file name. The version is
 * the time in UTC, 14 digits, and always newer than the newest in the folder. Both hold only a
 * comment, and so are refused by the migrator until they are written.
 *
 * @returns the paths of the two files
 * @throws CatbError MIGRATION_NAME_INVALID, MIGRATION_FOLDER_UNREADABLE
 */
export async function newMigration(options: {
  /** The `supabase` folder. */
  directory: string;
  /** What changes, in a few words; becomes lower case with underscores. */
  name: string;
  /** Default: the present. */
  now?: Date;
}): Promise<{ migration: string; rollback: string }> {
  const stem = fileStem(options.name);
  await mkdir(join(options.directory, 'migrations'), { recursive: true });
  await mkdir(join(options.directory, 'rollbacks'), { recursive: true });
  const { migrations } = await readMigrationFolder(options.directory);
  const version = versionAfter(migrations.at(-1)?.version, options.now ?? new Date());
  const file = `${version}_${stem}.sql`;
  const migration = join(options.directory, 'migrations', file);
  const rollback = join(options.directory, 'rollbacks', file);
  // "wx": two at the same moment must not write one file.
  await writeFile(migration, '-- What changes, why, and what it costs on a big table.\n', {
    flag: 'wx',
  });
  await writeFile(rollback, '-- The way back, keeping the data that was there before.\n', {
    flag: 'wx',
  });
  return { migration, rollback };
}
