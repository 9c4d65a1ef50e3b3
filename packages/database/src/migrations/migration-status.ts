/** Tells which migrations are applied, without changing anything. */
import type { CatbError } from '../errors.ts';
import { checkScripts, lacksRollback } from './check-folder.ts';
import { withConnection } from './connect.ts';
import { readHistory, type History } from './history.ts';
import type { MigrationFile } from './migration-file.ts';
import { migratorSettings, type MigratorOptions } from './options.ts';
import { changedMigrations, rowsWithoutFile } from './plan.ts';
import { readMigrationFolder, type MigrationFolder } from './read-folder.ts';

/**
 * `changed`: the file is not what was applied. `missing-file`: applied, and not in the folder.
 * `no-rollback`: has neither a rollback nor a reason. `irreversible`: applied, with no way back.
 * `half-applied`: begun outside of a transaction and not recorded; migrating again finishes it.
 */
export type MigrationState =
  | 'applied'
  | 'pending'
  | 'changed'
  | 'missing-file'
  | 'no-rollback'
  | 'irreversible'
  | 'half-applied';

export interface MigrationEntry {
  version: string;
  name: string;
  state: MigrationState;
  /** Whether the history has it, whatever else its state says. */
  applied: boolean;
  /** Why there is no way back, where the migration says so. */
  irreversible?: string;
}

export interface MigrationStatus {
  /** By version. */
  migrations: MigrationEntry[];
  /** True when nothing is pending, changed, missing or half applied. */
  current: boolean;
  /** What is wrong with the files, whatever the database says. */
  problems: CatbError[];
}

const settledStates: ReadonlySet<MigrationState> = new Set([
  'applied',
  'irreversible',
  'no-rollback',
]);

function stateOf(
  migration: MigrationFile,
  facts: { applied: boolean; changed: boolean; unfinished: boolean },
): MigrationState {
  if (facts.unfinished) return 'half-applied';
  if (facts.changed) return 'changed';
  if (lacksRollback(migration)) return 'no-rollback';
  if (!facts.applied) return 'pending';
  return migration.irreversible === undefined ? 'applied' : 'irreversible';
}

function listMigrations(folder: MigrationFolder, history: History): MigrationEntry[] {
  const applied = new Set(history.rows.map((row) => row.version));
  const unfinished = new Set(history.unfinished.map((row) => row.version));
  const changed = new Set(changedMigrations(folder, history));
  const known = folder.migrations.map((migration): MigrationEntry => {
    const facts = {
      applied: applied.has(migration.version),
      changed: changed.has(migration),
      unfinished: unfinished.has(migration.version),
    };
    return {
      version: migration.version,
      name: migration.name,
      state: stateOf(migration, facts),
      applied: facts.applied,
      ...(migration.irreversible === undefined ? {} : { irreversible: migration.irreversible }),
    };
  });
  const unknown = rowsWithoutFile(folder, history).map((row): MigrationEntry => ({
    version: row.version,
    name: row.name,
    state: 'missing-file',
    applied: true,
  }));
  return [...known, ...unknown].sort((one, other) => (one.version < other.version ? -1 : 1));
}

/**
 * Compares the files with the history: one connection and one query (two when an index was ever
 * built concurrently here). Takes no lock and creates nothing.
 *
 * @throws CatbError DATABASE_UNREACHABLE, MIGRATION_FOLDER_UNREADABLE
 */
export async function migrationStatus(options: MigratorOptions): Promise<MigrationStatus> {
  const settings = migratorSettings(options);
  const folder = await readMigrationFolder(settings.directory);
  const history = await withConnection(settings.url, readHistory);
  const migrations = listMigrations(folder, history);
  const current = migrations.every(
    (entry) =>
      (settledStates.has(entry.state) && entry.applied) ||
      (entry.state === 'missing-file' && settings.ignoreUnknown),
  );
  return {
    migrations,
    current,
    problems: [...folder.problems, ...checkScripts(folder.migrations)],
  };
}
