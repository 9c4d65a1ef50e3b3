/** Runs one migration, forth or back, and writes down that it did. */
import type pg from 'pg';
import { resetConnection } from './connect.ts';
import { forgetApplied, recordApplied, type Direction } from './history.ts';
import type { MigrationFile, SqlScript } from './migration-file.ts';
import type { MigratorSettings } from './options.ts';
import type { RollbackStep } from './plan.ts';
import { retryOnLock } from './retry-on-lock.ts';
import { runInTransaction } from './run-in-transaction.ts';
import { runOutsideTransaction } from './run-outside-transaction.ts';

interface Run {
  version: string;
  direction: Direction;
  script: SqlScript;
  record: () => Promise<void>;
}

async function runScript(client: pg.Client, settings: MigratorSettings, run: Run): Promise<void> {
  await resetConnection(client);
  if (run.script.outsideTransaction) return await runOutsideTransaction(client, settings, run);
  await retryOnLock(client, settings, run.script.place, () =>
    runInTransaction(client, settings, run.script, run.record),
  );
}

/** Applies a migration and adds its history row, in one transaction where that is possible. */
export async function applyMigration(
  client: pg.Client,
  settings: MigratorSettings,
  migration: MigrationFile,
): Promise<void> {
  const started = performance.now();
  await runScript(client, settings, {
    version: migration.version,
    direction: 'up',
    script: migration.up,
    record: () => recordApplied(client, migration),
  });
  settings.log(`applied ${migration.file} in ${Math.round(performance.now() - started)} ms`);
}

/** Runs a rollback and removes the history row, in one transaction where that is possible. */
export async function rollBackMigration(
  client: pg.Client,
  settings: MigratorSettings,
  step: RollbackStep,
): Promise<void> {
  const started = performance.now();
  await runScript(client, settings, {
    version: step.version,
    direction: 'down',
    script: step.script,
    record: () => forgetApplied(client, step.version),
  });
  settings.log(`rolled back ${step.file} in ${Math.round(performance.now() - started)} ms`);
}
