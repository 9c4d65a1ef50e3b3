/** The errors of planning: where files, history and what was asked for don't agree. */
import { CatbError } from '../errors.ts';
import type { HistoryRow } from './history.ts';
import type { MigrationFile } from './migration-file.ts';

/** Throws the first of several errors; the others are named in its details. */
export function throwFirst(problems: readonly CatbError[]): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  if (others.length === 0) throw first;
  const list = others.map((problem) => `${problem.code}: ${problem.message}`);
  throw new CatbError({
    code: first.code,
    message: first.message,
    details: [first.details, ...list].filter((part) => part !== undefined).join('\n'),
    hint: first.hint,
  });
}

/** `<version>_<name>` of a history row. */
export function stemOf(row: HistoryRow): string {
  return row.name === '' ? row.version : `${row.version}_${row.name}`;
}

/** The file is no longer what was applied. */
export function changed(migration: MigrationFile): CatbError {
  return new CatbError({
    code: 'MIGRATION_CHANGED',
    message: `migrations/${migration.file} is not what was applied under version ${migration.version}.`,
    details: 'Its statements differ from those in supabase_migrations.schema_migrations.',
    hint: 'Restore the file, and put the change into a new migration.',
  });
}

/** Applied, and the file is gone. */
export function notInFolder(row: HistoryRow): CatbError {
  return new CatbError({
    code: 'MIGRATION_NOT_IN_FOLDER',
    message: `${stemOf(row)} was applied to this database, and its file is not in migrations/.`,
    hint: 'Bring the file back (a newer release may have it), or allow unknown migrations if they belong to something else.',
  });
}

/** Pending, and older than what is applied. */
export function outOfOrder(migration: MigrationFile, newest: string): CatbError {
  return new CatbError({
    code: 'MIGRATION_OUT_OF_ORDER',
    message: `migrations/${migration.file} is older than ${newest}, the newest one applied.`,
    hint: 'Give it a newer version, or include all if it depends on nothing after it.',
  });
}

/** A version that nobody has. */
export function unknownVersion(version: string): CatbError {
  return new CatbError({
    code: 'MIGRATION_VERSION_UNKNOWN',
    message: `There is no migration with version ${version}.`,
    hint: 'Name the digits in front of a file name; the status lists them.',
  });
}

/** A number of steps that is none. */
export function stepsInvalid(steps: number): CatbError {
  return new CatbError({
    code: 'MIGRATION_OPTIONS_INVALID',
    message: `The number of steps must be a whole number above 0, not ${steps}.`,
  });
}

/** A rollback was asked for, and the migration says that there is none. */
export function irreversible(migration: MigrationFile): CatbError {
  return new CatbError({
    code: 'MIGRATION_IRREVERSIBLE',
    message: `migrations/${migration.file} can't be rolled back: ${migration.irreversible || 'no reason given'}.`,
    hint: 'Restore a backup, or write a new migration that goes forward.',
  });
}

/** A rollback was asked for, and there is no file. */
export function noRollback(migration: MigrationFile): CatbError {
  return new CatbError({
    code: 'MIGRATION_NO_ROLLBACK',
    message: `migrations/${migration.file} has no rollback.`,
    hint: `Write rollbacks/${migration.file}.`,
  });
}
