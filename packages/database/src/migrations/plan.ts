/** Decides what has to be run, and refuses where files and history don't agree. */
import { checkScripts } from './check-folder.ts';
import type { History, HistoryRow } from './history.ts';
import { matchesContent } from './matches-content.ts';
import { SqlScript, type MigrationFile } from './migration-file.ts';
import type { MigratorSettings } from './options.ts';
import {
  changed,
  irreversible,
  noRollback,
  notInFolder,
  outOfOrder,
  stepsInvalid,
  stemOf,
  throwFirst,
  unknownVersion,
} from './plan-errors.ts';
import type { MigrationFolder } from './read-folder.ts';

/** How far to go. `to` is a version; a number of `steps` counts from where the database is. */
export interface Range {
  to?: string;
  steps?: number;
}

/** One migration to roll back. */
export interface RollbackStep {
  version: string;
  file: string;
  script: SqlScript;
}

/** The files that are no longer what was applied under their version. */
export function changedMigrations(folder: MigrationFolder, history: History): MigrationFile[] {
  const stored = new Map(history.rows.map((row) => [row.version, row.statements]));
  return folder.migrations.filter(
    (migration) => !matchesContent(migration.up.sql, stored.get(migration.version) ?? null),
  );
}

/** The history rows that have no file. */
export function rowsWithoutFile(folder: MigrationFolder, history: History): HistoryRow[] {
  const versions = new Set(folder.migrations.map((migration) => migration.version));
  return history.rows.filter((row) => !versions.has(row.version));
}

function cut(pending: readonly MigrationFile[], folder: MigrationFolder, range: Range) {
  const { to, steps } = range;
  let chosen = [...pending];
  if (to !== undefined) {
    if (!folder.migrations.some((migration) => migration.version === to)) throw unknownVersion(to);
    chosen = chosen.filter((migration) => migration.version <= to);
  }
  return steps === undefined ? chosen : chosen.slice(0, checkSteps(steps));
}

function checkSteps(steps: number): number {
  if (Number.isInteger(steps) && steps > 0) return steps;
  throw stepsInvalid(steps);
}

/** The migrations to apply, oldest first. */
export function planUp(
  folder: MigrationFolder,
  history: History,
  settings: MigratorSettings,
  range: Range,
): MigrationFile[] {
  throwFirst([...folder.problems, ...changedMigrations(folder, history).map(changed)]);
  const unknown = rowsWithoutFile(folder, history);
  if (!settings.ignoreUnknown) throwFirst(unknown.map(notInFolder));
  const applied = new Set(history.rows.map((row) => row.version));
  const pending = folder.migrations.filter((migration) => !applied.has(migration.version));
  throwFirst(checkScripts(pending));
  const known = history.rows.filter((row) => !unknown.includes(row));
  const newest = known.at(-1)?.version ?? '';
  if (!settings.includeAll) {
    const late = pending.filter((migration) => migration.version < newest);
    throwFirst(late.map((migration) => outOfOrder(migration, newest)));
  }
  return cut(pending, folder, range);
}

function rowsToRollBack(rows: readonly HistoryRow[], range: Range): HistoryRow[] {
  const { to, steps } = range;
  const newestFirst = [...rows].reverse();
  if (to === undefined) return newestFirst.slice(0, checkSteps(steps ?? 1));
  if (to !== '0' && !rows.some((row) => row.version === to)) throw unknownVersion(to);
  const newer = newestFirst.filter((row) => to === '0' || row.version > to);
  return steps === undefined ? newer : newer.slice(0, checkSteps(steps));
}

function rollbackOf(row: HistoryRow, migration: MigrationFile | undefined): RollbackStep {
  if (migration === undefined) {
    // A newer release wrote it down when it migrated, so that an older one can go back.
    if (row.rollback === null) throw notInFolder(row);
    const script = new SqlScript(`the stored rollback of ${stemOf(row)}`, row.rollback.join(';\n'));
    return { version: row.version, file: `${stemOf(row)}.sql`, script };
  }
  if (migration.irreversible !== undefined) throw irreversible(migration);
  if (migration.down === undefined) throw noRollback(migration);
  return { version: row.version, file: migration.file, script: migration.down };
}

/** The migrations to roll back, newest first. Refuses before anything is done if one can't be. */
export function planDown(
  folder: MigrationFolder,
  history: History,
  settings: MigratorSettings,
  range: Range,
): RollbackStep[] {
  const unknown = rowsWithoutFile(folder, history);
  const candidates = settings.ignoreUnknown
    ? history.rows.filter((row) => !unknown.includes(row))
    : history.rows;
  const rows = rowsToRollBack(candidates, range);
  const versions = new Set(rows.map((row) => row.version));
  const files = new Map(folder.migrations.map((migration) => [migration.version, migration]));
  throwFirst([
    ...folder.problems,
    ...checkScripts(folder.migrations.filter((migration) => versions.has(migration.version))),
    ...changedMigrations(folder, history)
      .filter((migration) => versions.has(migration.version))
      .map(changed),
  ]);
  return rows.map((row) => rollbackOf(row, files.get(row.version)));
}
