/** Proves on a throw-away database that each migration can be rolled back and applied again. */
import { CatbError } from '../errors.ts';
import { checkScripts } from './check-folder.ts';
import { withConnection } from './connect.ts';
import { ensureHistory, readHistory } from './history.ts';
import type { MigrationFile } from './migration-file.ts';
import { withMigrationLock } from './migration-lock.ts';
import { migratorSettings, type MigratorOptions, type MigratorSettings } from './options.ts';
import { throwFirst, unknownVersion } from './plan-errors.ts';
import { readMigrationFolder } from './read-folder.ts';
import {
  makeRoundTrip,
  type RoundTrip,
  type VerifyDifference,
  type VerifyStep,
} from './round-trip.ts';
import { withThrowAwayDatabase } from './throw-away-database.ts';

export interface VerifyOptions extends MigratorOptions {
  /**
   * An empty database to work in; it is left as it then is. Without it one is created on the server
   * of `url`, and dropped.
   */
  freshUrl?: string;
  /** What the created database is a copy of; by default as a new Supabase project has one. */
  template?: string;
  /** The versions to take back and forth; the others are only applied. Default: all. */
  versions?: readonly string[];
  /** Called after each migration with the database's connection string, to plant rows. */
  seed?: (url: string, version: string) => Promise<void>;
  /**
   * Which roles are compared. They are shared by all databases of a server: on one that others use,
   * name yours. Default: all.
   */
  role?: (name: string) => boolean;
}

export interface VerifyReport {
  /** True when every migration that can be rolled back came back the same. */
  ok: boolean;
  /** The files that were taken back and forth. */
  verified: string[];
  /** The files that say there is no way back, and why. */
  irreversible: { file: string; why: string }[];
  differences: VerifyDifference[];
  /** What stopped it, when a migration or its rollback failed. */
  failure?: { file: string; step: VerifyStep; error: CatbError };
}

async function requireFresh(history: Promise<{ rows: readonly unknown[] }>): Promise<void> {
  const { rows } = await history;
  if (rows.length === 0) return;
  throw new CatbError({
    code: 'MIGRATION_OPTIONS_INVALID',
    message: 'The database to verify in has migrations applied already.',
    hint: 'Give an empty one: everything in it is rolled back.',
  });
}

function chosen(migrations: readonly MigrationFile[], versions: readonly string[] | undefined) {
  const known = new Set(migrations.map((migration) => migration.version));
  throwFirst((versions ?? []).filter((version) => !known.has(version)).map(unknownVersion));
  return (migration: MigrationFile): boolean => versions?.includes(migration.version) ?? true;
}

async function verifyIn(
  url: string,
  migrations: readonly MigrationFile[],
  settings: MigratorSettings,
  options: VerifyOptions,
): Promise<VerifyReport> {
  const verify = chosen(migrations, options.versions);
  const report: VerifyReport = {
    ok: true,
    verified: [],
    irreversible: migrations.flatMap(({ file, irreversible }) =>
      irreversible === undefined ? [] : { file, why: irreversible },
    ),
    differences: [],
  };
  await withConnection(url, async (client) => {
    await requireFresh(readHistory(client));
    await withMigrationLock(client, settings, async () => {
      await ensureHistory(client);
      let current: { file: string; step: VerifyStep } = { file: '', step: 'up' };
      const trip: RoundTrip = {
        client,
        settings,
        snapshot: options.role === undefined ? {} : { role: options.role },
        seed: async (version) => await options.seed?.(url, version),
        found: (difference) => report.differences.push(difference),
        at: (file, step) => (current = { file, step }),
      };
      try {
        report.verified = await makeRoundTrip(trip, migrations, verify);
      } catch (error) {
        if (!(error instanceof CatbError)) throw error;
        report.failure = { ...current, error };
      }
    });
  });
  report.ok = report.differences.length === 0 && report.failure === undefined;
  return report;
}

/**
 * Applies each migration, rolls it back and applies it again, comparing catalog and rows with those
 * before and after; then the same once more for all of them from the newest to the oldest, with the
 * rows that `seed` planted. A migration that is irreversible is only applied, and what is older than
 * it is verified before it is applied.
 *
 * @throws CatbError when the folder is not in order or the database can't be used; a migration that
 *   fails, or does not come back the same, is told in the report
 */
export async function verifyMigrations(options: VerifyOptions): Promise<VerifyReport> {
  const directory = migratorSettings(options).directory;
  const { migrations, problems } = await readMigrationFolder(directory);
  throwFirst([...problems, ...checkScripts(migrations)]);
  const verify = (url: string): Promise<VerifyReport> =>
    verifyIn(url, migrations, migratorSettings({ ...options, url }), options);
  if (options.freshUrl !== undefined) return await verify(options.freshUrl);
  return await withThrowAwayDatabase(options.url, options.template, verify);
}
