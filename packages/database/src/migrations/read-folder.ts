/** Reads a `supabase` folder: which migrations there are, and what is wrong with the files. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CatbError } from '../errors.ts';
import { checkFolder, isMigrationFile, migrationFilePattern } from './check-folder.ts';
import { readIrreversible, SqlScript, type MigrationFile } from './migration-file.ts';

export interface MigrationFolder {
  /** Ordered by version, compared as text. */
  migrations: readonly MigrationFile[];
  /** What is wrong with names and pairs; what is inside a file, `checkScripts` tells. */
  problems: readonly CatbError[];
}

async function listFiles(directory: string, required: boolean): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (missing && !required) return [];
    throw new CatbError({
      code: 'MIGRATION_FOLDER_UNREADABLE',
      message: `The folder ${directory} can't be read.`,
      hint: 'Name the supabase folder that holds "migrations", or create it.',
      cause,
    });
  }
}

async function readSql(path: string): Promise<string> {
  const bytes = await readFile(path);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Falls through to the same answer as a NUL: this is not text that PostgreSQL would take.
  }
  throw new CatbError({
    code: 'MIGRATION_FOLDER_UNREADABLE',
    message: `${path} is not UTF-8 text.`,
    hint: 'Save it as UTF-8 without NUL characters.',
  });
}

async function readMigration(directory: string, file: string, hasRollback: boolean) {
  const [, version = '', name = ''] = migrationFilePattern.exec(file) ?? [];
  const up = new SqlScript(
    `migrations/${file}`,
    await readSql(join(directory, 'migrations', file)),
  );
  const migration: MigrationFile = { version, name, file, up };
  const irreversible = readIrreversible(up);
  if (irreversible !== undefined) migration.irreversible = irreversible;
  if (hasRollback) {
    const sql = await readSql(join(directory, 'rollbacks', file));
    migration.down = new SqlScript(`rollbacks/${file}`, sql);
  }
  return migration;
}

function compareVersions(one: MigrationFile, other: MigrationFile): number {
  if (one.version === other.version) return one.file < other.file ? -1 : 1;
  return one.version < other.version ? -1 : 1;
}

/**
 * Reads `<directory>/migrations` and `<directory>/rollbacks`. Subfolders and hidden files are
 * skipped.
 *
 * @throws CatbError MIGRATION_FOLDER_UNREADABLE; everything else that is wrong is in `problems`
 */
export async function readMigrationFolder(directory: string): Promise<MigrationFolder> {
  const files = await listFiles(join(directory, 'migrations'), true);
  const rollbacks = await listFiles(join(directory, 'rollbacks'), false);
  const migrations = await Promise.all(
    files
      .filter(isMigrationFile)
      .map((file) => readMigration(directory, file, rollbacks.includes(file))),
  );
  migrations.sort(compareVersions);
  return { migrations, problems: checkFolder(files, rollbacks, migrations) };
}
