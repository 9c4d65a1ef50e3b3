/** The migrator: applies, rolls back, lists, starts and verifies migrations on the Supabase layout. */
export { migrateDown } from './migrate-down.ts';
export { migrateUp } from './migrate-up.ts';
export { applyMigration, rollBackMigration } from './migrate.ts';
export { createHistory, ensureHistory } from './history.ts';
export { migrationLockKey, withMigrationLock } from './migration-lock.ts';
export { classifyStatement, type StatementClass } from './classify-statement.ts';
export { checkScript, readIrreversible, SqlScript, type MigrationFile } from './migration-file.ts';
export { readMigrationFolder, type MigrationFolder } from './read-folder.ts';
export { lineOfOffset, splitStatements, type SqlStatement } from './split-statements.ts';
export { scanSql, type SqlToken, type SqlTokenKind } from './sql-tokens.ts';
export { resetConnection } from './connect.ts';
export {
  migrationStatus,
  type MigrationEntry,
  type MigrationState,
  type MigrationStatus,
} from './migration-status.ts';
export { newMigration } from './new-migration.ts';
export { migratorSettings, type MigratorOptions, type MigratorSettings } from './options.ts';
export type { Range as MigrationRange } from './plan.ts';
export { supabaseDirectory } from './supabase-directory.ts';
export { verifyMigrations, type VerifyOptions, type VerifyReport } from './verify-migrations.ts';
export type { VerifyDifference, VerifyStep } from './round-trip.ts';
