/** What can be wrong with a `supabase` folder whatever the database says. */
import { CatbError } from '../errors.ts';
import { checkScript, type MigrationFile } from './migration-file.ts';

/** The pattern of the Supabase CLI; what doesn't match is not a migration to it. */
export const migrationFilePattern = /^([0-9]+)_(.*)\.sql$/;

function checkName(place: string, file: string): CatbError | undefined {
  if (!/\.sql$/i.test(file)) return undefined;
  if (/\.down\.sql$/i.test(file)) {
    return new CatbError({
      code: 'MIGRATION_ROLLBACK_MISPLACED',
      message: `${place}/${file} would be run as a migration by the Supabase CLI.`,
      hint: 'Move it to rollbacks/ and give it the file name of its migration.',
    });
  }
  if (migrationFilePattern.test(file)) return undefined;
  return new CatbError({
    code: 'MIGRATION_NAME_INVALID',
    message: `${place}/${file} is not named <version>_<name>.sql.`,
    hint: 'Rename it to 14 digits, an underscore, a name and ".sql", or move it elsewhere.',
  });
}

function checkWayBack(migration: MigrationFile): CatbError[] {
  const { file, irreversible, down } = migration;
  if (down !== undefined && irreversible !== undefined) {
    return [
      new CatbError({
        code: 'MIGRATION_IRREVERSIBLE',
        message: `migrations/${file} says it is irreversible, and rollbacks/${file} exists.`,
        hint: 'Delete one of the two.',
      }),
    ];
  }
  if (!lacksRollback(migration)) return [];
  return [
    new CatbError({
      code: 'MIGRATION_NO_ROLLBACK',
      message:
        irreversible === ''
          ? `migrations/${file} says it is irreversible, but not why.`
          : `migrations/${file} has no rollback.`,
      hint: `Write rollbacks/${file}, or put "-- irreversible: <why>" at the top of the migration.`,
    }),
  ];
}

/** True when a migration has neither a rollback nor a reason to have none. */
export function lacksRollback(migration: MigrationFile): boolean {
  return migration.down === undefined && (migration.irreversible ?? '') === '';
}

function checkPairs(files: readonly string[], rollbacks: readonly string[]): CatbError[] {
  const strays = rollbacks.filter(
    (file) => migrationFilePattern.test(file) && !files.includes(file),
  );
  return strays.map(
    (file) =>
      new CatbError({
        code: 'MIGRATION_ROLLBACK_MISPLACED',
        message: `rollbacks/${file} has no migration of that name.`,
        hint: 'Give it the file name of its migration, letter by letter.',
      }),
  );
}

function checkVersions(migrations: readonly MigrationFile[]): CatbError[] {
  return migrations.flatMap((migration, index) => {
    const previous = migrations[index - 1];
    if (previous?.version !== migration.version) return [];
    return new CatbError({
      code: 'MIGRATION_DUPLICATE_VERSION',
      message: `migrations/${previous.file} and migrations/${migration.file} have the same version.`,
      hint: 'Give the one that is not applied anywhere yet a newer version.',
    });
  });
}

/** True for a file that the Supabase CLI runs, unless it is a rollback in the wrong folder. */
export function isMigrationFile(file: string): boolean {
  return migrationFilePattern.test(file) && checkName('migrations', file) === undefined;
}

/** What is wrong with the SQL of these migrations and their rollbacks. */
export function checkScripts(migrations: readonly MigrationFile[]): CatbError[] {
  return migrations.flatMap(({ up, down }) => [
    ...checkScript(up),
    ...(down === undefined ? [] : checkScript(down)),
  ]);
}

/** What is wrong with names and pairs, one error to a fault; an empty list when nothing is. */
export function checkFolder(
  files: readonly string[],
  rollbacks: readonly string[],
  migrations: readonly MigrationFile[],
): CatbError[] {
  const names = [
    ...files.map((file) => checkName('migrations', file)),
    ...rollbacks.map((file) => checkName('rollbacks', file)),
  ].filter((problem) => problem !== undefined);
  return [
    ...names,
    ...checkVersions(migrations),
    ...checkPairs(files, rollbacks),
    ...migrations.flatMap(checkWayBack),
  ];
}
