/** The migrator: applies, rolls back, lists, starts and verifies migrations on the Supabase layout. */
export { migrateDown } from './migrate-down.ts';
export { migrateUp } from './migrate-up.ts';
export {
  migrationStatus,
  type MigrationEntry,
  type MigrationState,
  type MigrationStatus,
} from './migration-status.ts';
export { newMigration } from './new-migration.ts';
export type { MigratorOptions } from './options.ts';
export type { Range as MigrationRange } from './plan.ts';
export { supabaseDirectory } from './supabase-directory.ts';
export { verifyMigrations, type VerifyOptions, type VerifyReport } from './verify-migrations.ts';
export type { VerifyDifference, VerifyStep } from './round-trip.ts';
