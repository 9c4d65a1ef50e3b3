/** What the migrator can be told, with its defaults. */
import type { SqlStatement } from './split-statements.ts';
import { supabaseDirectory } from './supabase-directory.ts';

export interface MigratorOptions {
  /**
   * A connection string. It must reach PostgreSQL directly or through a session pooler: the lock
   * belongs to a server connection, and a transaction pooler may hand out another one at any
   * statement. The migrator notices and stops with MIGRATION_POOLED_CONNECTION.
   */
  url: string;
  /** The `supabase` folder; default {@link supabaseDirectory}. */
  directory?: string;
  /** Receives one line for each thing done. Default: nobody. */
  log?: (line: string) => void;
  /** How long an attempt may wait for a lock, in milliseconds. Default 2000. */
  lockTimeoutMs?: number;
  /** How often a migration that met a lock is tried. Default 10. */
  attempts?: number;
  /**
   * How long to wait for another migrator, and for a lock while building an index concurrently
   * (which holds up no reads or writes), in milliseconds. Default 600,000: ten minutes.
   */
  waitMs?: number;
  /** Applies pending migrations that are older than the newest applied one. Default false. */
  includeAll?: boolean;
  /**
   * Tolerates history rows without a file, as when a person's own migrations share the database,
   * or a newer release has migrated it. Default false: MIGRATION_NOT_IN_FOLDER.
   */
  ignoreUnknown?: boolean;
  /**
   * Stands around each statement of a migration or a rollback and must call `run` once; what it
   * throws is what the statement threw. Default: runs it, and nothing else.
   */
  around?: (statement: SqlStatement, run: () => Promise<void>) => Promise<void>;
}

/** The options with every default filled in. */
export type MigratorSettings = Required<MigratorOptions>;

/** Fills in the defaults. */
export function migratorSettings(options: MigratorOptions): MigratorSettings {
  return {
    url: options.url,
    directory: options.directory ?? supabaseDirectory(),
    log: options.log ?? (() => undefined),
    lockTimeoutMs: options.lockTimeoutMs ?? 2_000,
    attempts: Math.max(1, options.attempts ?? 10),
    waitMs: options.waitMs ?? 600_000,
    includeAll: options.includeAll ?? false,
    ignoreUnknown: options.ignoreUnknown ?? false,
    around: options.around ?? ((_statement, run) => run()),
  };
}
