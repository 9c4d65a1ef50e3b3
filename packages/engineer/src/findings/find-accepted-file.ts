/** In charge of which list of accepted findings is about a database. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseError } from '@catb/database';
import { withTarget } from '../target/open-target.ts';
import { sql } from './sql.generated.ts';

/** A list, or why there is none. */
export interface AcceptedFile {
  file: string | null;
  /** A list that was left aside, and why; null where none was. */
  note: string | null;
}

const name = 'accepted-findings.json';
/** No such schema, no such table, no right to read it. */
const noHistory = new Set(['3F000', '42P01', '42501']);

/**
 * The first `accepted-findings.json` that lies beside migrations of which the database has applied
 * one. A list about another database would only be stale here, entry by entry.
 *
 * @param directories where to look, such as `supabase`; the first is where one stands
 */
export async function findAcceptedFile(
  url: string,
  directories: readonly string[],
): Promise<AcceptedFile> {
  const there = directories.filter((directory) => existsSync(path.join(directory, name)));
  for (const directory of there) {
    if (await hasApplied(url, path.join(directory, 'migrations'))) {
      return { file: path.join(directory, name), note: null };
    }
  }
  // The project one stands in was meant, unless it is about another database; the others are not
  // worth a word.
  const [left] = directories;
  if (left === undefined || left !== there[0]) return { file: null, note: null };
  const file = path.join(left, name);
  return {
    file: null,
    note: `${file} is left aside: none of the migrations beside it was applied to this database. --accepted-file ${file} takes it all the same.`,
  };
}

/** Whether the database has applied one of the migrations in the folder. */
export async function hasApplied(url: string, folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const versions = readdirSync(folder).flatMap((file) => /^(\d+)_.*\.sql$/.exec(file)?.[1] ?? []);
  return await withTarget(url, async ({ client }) => {
    try {
      const { rows } = await client.query<{ applied: boolean }>(sql.hasApplied, [versions]);
      return rows[0]?.applied ?? false;
    } catch (error) {
      if (error instanceof DatabaseError && noHistory.has(error.code ?? '')) return false;
      throw error;
    }
  });
}
