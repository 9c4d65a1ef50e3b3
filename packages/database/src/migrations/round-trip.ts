/** Takes migrations forth and back on one connection, and compares what should be the same. */
import type pg from 'pg';
import {
  diffSnapshots,
  takeSnapshot,
  type CatalogSnapshot,
  type RowDigest,
  type RowComparison,
  type SnapshotOptions,
} from '../catalog/index.ts';
import { resetConnection } from './connect.ts';
import { applyMigration, rollBackMigration } from './migrate.ts';
import type { MigrationFile } from './migration-file.ts';
import type { MigratorSettings } from './options.ts';

/**
 * `down`: rolled back right after it was applied. `up again`: applied once more. `down late` and
 * `up late`: the same on the way back, with everything newer gone and the planted rows in place.
 */
export type VerifyStep = 'up' | 'down' | 'up again' | 'down late' | 'up late';

/** Something that should have been the same and was not. */
export interface VerifyDifference {
  file: string;
  step: VerifyStep;
  /** Lines that begin with `-` (was there) or `+` (is there now). */
  lines: string[];
}

/** What a round trip works with. */
export interface RoundTrip {
  client: pg.Client;
  settings: MigratorSettings;
  snapshot: SnapshotOptions;
  /** Called after each migration has been verified, so that rows can be planted. */
  seed: (version: string) => Promise<void>;
  /** Receives each difference. */
  found: (difference: VerifyDifference) => void;
  /** Told before each step, so that a failure can be named. */
  at: (file: string, step: VerifyStep) => void;
}

/** The database before and after one migration. */
interface Pair {
  migration: MigrationFile;
  before: CatalogSnapshot;
  after: CatalogSnapshot;
}

async function snapshotOf(trip: RoundTrip): Promise<CatalogSnapshot> {
  await resetConnection(trip.client);
  return await takeSnapshot(trip.client, trip.snapshot);
}

async function up(trip: RoundTrip, migration: MigrationFile, step: VerifyStep) {
  trip.at(migration.file, step);
  await applyMigration(trip.client, trip.settings, migration);
  return await snapshotOf(trip);
}

async function down(trip: RoundTrip, migration: MigrationFile, step: VerifyStep) {
  const { version, file, down: script } = migration;
  if (script === undefined) return undefined;
  trip.at(file, step);
  await rollBackMigration(trip.client, trip.settings, { version, file, script });
  return await snapshotOf(trip);
}

function compare(
  trip: RoundTrip,
  at: { file: string; step: VerifyStep },
  expected: CatalogSnapshot,
  actual: CatalogSnapshot,
  rows: RowComparison,
): void {
  const lines = diffSnapshots(expected, actual, rows);
  if (lines.length > 0) trip.found({ ...at, lines });
}

/** Up, down, up, and the rows that are planted then; what was there before must survive. */
async function forth(trip: RoundTrip, migration: MigrationFile, verify: boolean): Promise<Pair> {
  const { file } = migration;
  const before = await snapshotOf(trip);
  const after = await up(trip, migration, 'up');
  const back = verify ? await down(trip, migration, 'down') : undefined;
  if (back !== undefined) {
    compare(trip, { file, step: 'down' }, before, back, 'all');
    const again = await up(trip, migration, 'up again');
    compare(trip, { file, step: 'up again' }, after, again, 'steady');
  }
  await trip.seed(migration.version);
  return { migration, before, after };
}

/** The rows of the tables that the migration neither makes nor gives other columns. */
function rowsToKeep(planted: CatalogSnapshot, bare: CatalogSnapshot) {
  const untouched = ([table, rows]: [string, RowDigest]): boolean =>
    bare.rows.get(table)?.columns.join() === rows.columns.join();
  return new Map([...planted.rows].filter(untouched));
}

/** Down, up, down with planted rows: those in tables that remain must be the same after it. */
async function back(trip: RoundTrip, { migration, before, after }: Pair): Promise<boolean> {
  const { file } = migration;
  const planted = await snapshotOf(trip);
  const bare = await down(trip, migration, 'down late');
  if (bare === undefined) return false;
  compare(trip, { file, step: 'down late' }, before, bare, 'none');
  const again = await up(trip, migration, 'up late');
  compare(trip, { file, step: 'up late' }, after, again, 'none');
  const kept = { objects: again.objects, rows: rowsToKeep(planted, bare) };
  compare(trip, { file, step: 'up late' }, kept, again, 'steady');
  await down(trip, migration, 'down late');
  return true;
}

/**
 * Verifies each migration right after it is applied, then all of them on the way back down, as far
 * as there is a way.
 *
 * @param verify tells which of them are taken back and forth; the others are only applied
 * @returns the files that made the whole trip
 */
export async function makeRoundTrip(
  trip: RoundTrip,
  migrations: readonly MigrationFile[],
  verify: (migration: MigrationFile) => boolean,
): Promise<string[]> {
  const pairs: Pair[] = [];
  for (const migration of migrations) pairs.push(await forth(trip, migration, verify(migration)));
  const verified = migrations.filter((each) => verify(each) && each.down !== undefined);
  for (const pair of pairs.reverse()) {
    if (!verify(pair.migration) || !(await back(trip, pair))) break;
  }
  return verified.map((migration) => migration.file);
}
