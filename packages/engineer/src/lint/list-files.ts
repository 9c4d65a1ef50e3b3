/** In charge of which files a run is about, and of what their place says about them. */
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EngineerError } from '../errors.ts';
import type { FileLayout } from './rule.ts';

/** A file that is to be checked. */
export interface ListedFile {
  path: string;
  direction: 'up' | 'down';
  layout: FileLayout | undefined;
  /** Where its rollback, or the migration it takes back, is; undefined when it has none. */
  twinPath: string | undefined;
}

/** A migration and its rollback, wherever they lie. */
export interface MigrationPair {
  migration: string;
  rollback: string;
}

const versioned = /^\d+_.*\.sql$/;

/**
 * The files, and the `.sql` files in the folders, ordered as they were named and by name in a folder.
 *
 * @param pairs those that belong together although their places do not say so
 * @throws EngineerError LINT_PATH_MISSING
 */
export async function listFiles(
  paths: readonly string[],
  pairs: readonly MigrationPair[] = [],
): Promise<ListedFile[]> {
  const files: string[] = [];
  for (const path of paths) files.push(...(await expand(path)));
  return [...new Set(files)].map((path) => ({ ...describePlace(path), ...findPair(path, pairs) }));
}

async function expand(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw missing(`There is no file or folder ${path}.`);
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith('.sql'));
  if (files.length === 0) throw missing(`The folder ${path} holds no .sql file.`);
  return files.map((entry) => join(path, entry.name)).sort();
}

function missing(message: string): EngineerError {
  return new EngineerError({
    code: 'LINT_PATH_MISSING',
    message,
    hint: 'Name a migration, or a folder with .sql files such as supabase/migrations.',
  });
}

/** By the names of the folders: `migrations`, with `rollbacks` beside it. */
export function describePlace(path: string): ListedFile {
  const file = basename(path);
  const folder = basename(dirname(resolve(path)));
  const beside = { migrations: 'rollbacks', rollbacks: 'migrations' }[folder];
  if (beside === undefined)
    return { path, direction: 'up', layout: undefined, twinPath: undefined };
  const twinFolder = join(dirname(path), '..', beside);
  const twin = join(twinFolder, file);
  return {
    path,
    direction: folder === 'rollbacks' ? 'down' : 'up',
    // Without a version no migrator runs it, so that nothing can be asked of its place in an order.
    layout: versioned.test(file) ? { file, hasRollbacks: existsSync(twinFolder) } : undefined,
    twinPath: existsSync(twin) ? twin : undefined,
  };
}

function findPair(
  path: string,
  pairs: readonly MigrationPair[],
): Partial<Pick<ListedFile, 'direction' | 'twinPath'>> {
  const isIt = (other: string) => resolve(other) === resolve(path);
  for (const { migration, rollback } of pairs) {
    if (isIt(migration)) return { direction: 'up', twinPath: rollback };
    if (isIt(rollback)) return { direction: 'down', twinPath: migration };
  }
  return {};
}
