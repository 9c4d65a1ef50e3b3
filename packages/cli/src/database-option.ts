/** In charge of the option `--db-url`, which commands that need a database share. */
import { readSettings, resolveDatabase, type ResolvedDatabase } from '@catb/database';
import type { Command } from 'commander';

/** The options of a command that needs a database. */
export interface DatabaseOption {
  dbUrl?: string;
  json?: boolean;
}

/** Adds `--db-url` and `--json`. */
export function withDatabaseOption(command: Command): Command {
  return command
    .option('--db-url <url>', 'the database (default: DATABASE_URL, else the embedded server)')
    .option('--json', 'print one JSON document, for programs');
}

/** Runs with the database meant, and lets it go whatever happens. */
export async function withDatabase<Result>(
  options: DatabaseOption,
  run: (database: ResolvedDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await resolveDatabase(readSettings(), options.dbUrl, { signalHandlers: true });
  try {
    return await run(database);
  } finally {
    await database.release();
  }
}
