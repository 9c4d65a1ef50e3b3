/** In charge of the option `--db-url`, which commands that need a database share. */
import {
  CatbError,
  readSettings,
  resolveDatabase,
  settingsSchema,
  type ResolvedDatabase,
} from '@catb/database';
import type { Command } from 'commander';

/** The options of a command that needs a database. */
export interface DatabaseOption {
  dbUrl?: string;
  json?: boolean;
}

/** Adds `--db-url` and `--json`. */
export function withDatabaseOption(command: Command): Command {
  return command
    .option(
      '--db-url <url>',
      'the database (default: DATABASE_URL, else the embedded server)',
      parseDatabaseUrl,
    )
    .option('--json', 'print one JSON document, for programs');
}

/**
 * What DATABASE_URL may be, `--db-url` may be. An address may hold a password: none is repeated.
 *
 * @throws CatbError `COMMAND_INVALID`
 */
export function parseDatabaseUrl(text: string): string {
  if (text !== '' && settingsSchema.shape.DATABASE_URL.safeParse(text).success) return text;
  throw new CatbError({
    code: 'COMMAND_INVALID',
    message: 'What --db-url gives is not the address of a PostgreSQL.',
    hint: 'Give one such as postgresql://user@host:5432/database.',
  });
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
