/** In charge of reading what is to be proved: a migration, its rollback, and where they lie. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readIrreversible, SqlScript, type MigrationFile } from '@catb/database';
import { EngineerError } from '../errors.ts';

/** A migration with its way back, and its folder. */
export interface Change {
  migration: MigrationFile;
  /** The migration's file, as it was named. */
  file: string;
  rollbackFile: string | null;
  /** The `supabase` folder that it is part of; null for a file that lies elsewhere. */
  directory: string | null;
  /** False where the file has no `<version>_` in front, and so no place among the others. */
  hasVersion: boolean;
}

const withVersion = /^([0-9]+)_(.*)\.sql$/;

/** 64 MB: what is longer is not a migration that anybody wrote. */
const longest = 64 * 1024 * 1024;

async function readSql(file: string, what: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new EngineerError({
      code: 'CHANGE_UNREADABLE',
      message: `The ${what} ${file} can't be read.`,
      details: cause instanceof Error ? cause.message : undefined,
      hint: 'Name a file, or a migration of the supabase folder by its version or file name.',
      cause,
    });
  }
  if (bytes.length <= longest) {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // Falls through to the same answer as a NUL: PostgreSQL would not take it.
    }
  }
  throw new EngineerError({
    code: 'CHANGE_UNREADABLE',
    message:
      bytes.length > longest
        ? `The ${what} ${file} has more than 64 MB.`
        : `The ${what} ${file} is not UTF-8 text.`,
    hint: 'A migration is a text file without NUL characters.',
  });
}

/** The `supabase` folder, when the file lies in its `migrations`. */
function directoryOf(file: string): string | null {
  const folder = path.dirname(path.resolve(file));
  return path.basename(folder) === 'migrations' ? path.dirname(folder) : null;
}

/**
 * Reads a migration, and its rollback: the one named, else the file of the same name in `rollbacks`.
 *
 * @throws EngineerError CHANGE_UNREADABLE when a file is missing or is no text
 */
export async function readChange(file: string, rollback?: string): Promise<Change> {
  const directory = directoryOf(file);
  const name = path.basename(file);
  const [, version, title = ''] = withVersion.exec(name) ?? [];
  const twin = directory === null ? null : path.join(directory, 'rollbacks', name);
  const rollbackFile = rollback ?? (twin !== null && existsSync(twin) ? shorten(twin) : null);
  const up = new SqlScript(file, await readSql(file, 'migration'));
  const migration: MigrationFile = {
    // Only the history row needs one; 14 nines come after every other.
    version: version ?? '99999999999999',
    name: version === undefined ? path.parse(name).name : title,
    file: name,
    up,
  };
  const irreversible = readIrreversible(up);
  if (irreversible !== undefined) migration.irreversible = irreversible;
  if (rollbackFile !== null) {
    migration.down = new SqlScript(rollbackFile, await readSql(rollbackFile, 'rollback'));
  }
  return { migration, file, rollbackFile, directory, hasVersion: version !== undefined };
}

/** From the working folder where that is shorter. */
function shorten(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}
