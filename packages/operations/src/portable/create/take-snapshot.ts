/** In charge of the one moment that a backup is of. */
import { setTimeout as sleep } from 'node:timers/promises';
import { migrationLockKey, withOwnConnection } from '@catb/database';
import type pg from 'pg';
import { OperationsError } from '../../errors.ts';
import { sessionSettings } from '../session-settings.ts';
import { readTables, type SourceTable } from './read-tables.ts';
import { sql } from './sql.generated.ts';

/** One moment of a database; it lasts as long as the transaction that took it. */
export interface Snapshot {
  /** For `set transaction snapshot` on other connections. */
  name: string;
  takenAt: Date;
  postgres: string;
  /** PostgreSQL's major, such as 18. */
  major: number;
  database: string;
  tables: readonly SourceTable[];
  /** Versions of the migrations, oldest first, with what each executed. */
  migrations: readonly Migration[];
}

/** A migration as its history keeps it. */
export interface Migration {
  version: string;
  name: string;
  statements: readonly string[];
}

const attempts = 3;
const pauseMs = 200;
/** A lock on a table that another session keeps for longer ends the backup. */
const lockTimeoutMs = 60_000;

interface SnapshotRow {
  snapshot: string;
  taken_at: Date;
  postgres: string;
  major: number;
  database: string;
}

/**
 * Opens a read-only transaction on `lead` and locks every table against changes of its shape. No
 * migration of catb's runs meanwhile; where another tool's did, it is tried again.
 *
 * @throws OperationsError `BACKUP_SCHEMA_MOVED`, `BACKUP_SCHEMA_UNKNOWN`, `BACKUP_ROWS_HIDDEN`
 */
export async function takeSnapshot(lead: pg.Client, url: string): Promise<Snapshot> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const taken = await withOwnConnection(url, 'catb backup', async (guard) => {
      await holdOffMigrations(guard);
      const snapshot = await openSnapshot(lead);
      const now = await readVersions(guard);
      const seen = snapshot.migrations.map(({ version }) => version);
      return now.join() === seen.join() ? snapshot : undefined;
    });
    if (taken !== undefined) return taken;
    await lead.query('rollback');
  }
  throw schemaMoved();
}

/**
 * Shares the migrators' lock for as long as the transaction on `guard` is open. Asks again and again
 * instead of waiting in a statement: `create index concurrently` would wait for that for ever.
 */
async function holdOffMigrations(guard: pg.Client): Promise<void> {
  await guard.query('begin');
  for (let waited = 0; waited < lockTimeoutMs; waited += pauseMs) {
    const { rows } = await guard.query<{ locked: boolean }>(
      'select pg_catalog.pg_try_advisory_xact_lock_shared($1::int, $2::int) as locked',
      [...migrationLockKey],
    );
    if (rows[0]?.locked === true) return;
    await sleep(pauseMs);
  }
  throw schemaMoved();
}

async function openSnapshot(lead: pg.Client): Promise<Snapshot> {
  await lead.query('begin isolation level repeatable read read only');
  await lead.query(`${sessionSettings.join('; ')}; set local lock_timeout = ${lockTimeoutMs}`);
  const { rows } = await lead.query<SnapshotRow>(sql.readSnapshot);
  const [row] = rows;
  if (row === undefined) throw new Error('no snapshot was exported');
  const tables = await readTables(lead);
  const readable = tables.filter(({ leftOut }) => leftOut === undefined);
  if (readable.length > 0) {
    const names = readable.map(({ name }) => `only ${name}`).join(', ');
    await lead.query(`lock table ${names} in access share mode`);
  }
  const { snapshot, taken_at: takenAt, ...about } = row;
  return { name: snapshot, takenAt, ...about, tables, migrations: await readMigrations(lead) };
}

async function readVersions(client: pg.Client): Promise<string[]> {
  if (!(await hasHistory(client))) return [];
  const { rows } = await client.query<{ version: string }>(
    'select version from supabase_migrations.schema_migrations order by version collate "C"',
  );
  return rows.map(({ version }) => version);
}

async function readMigrations(client: pg.Client): Promise<Migration[]> {
  if (!(await hasHistory(client))) throw schemaUnknown('It has no table of migrations.');
  const { rows } = await client.query<{
    version: string;
    name?: string | null;
    statements?: string[] | null;
  }>('select * from supabase_migrations.schema_migrations order by version collate "C"');
  if (rows.length === 0) throw schemaUnknown('Its table of migrations is empty.');
  return rows.map(({ version, name, statements }) => {
    if (!statements?.length) throw schemaUnknown(`Migration ${version} is there without its SQL.`);
    return { version, name: name ?? '', statements };
  });
}

async function hasHistory(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(
    "select pg_catalog.to_regclass('supabase_migrations.schema_migrations') is not null as has",
  );
  return rows[0]?.has === true;
}

function schemaUnknown(details: string): OperationsError {
  return new OperationsError({
    code: 'BACKUP_SCHEMA_UNKNOWN',
    message: 'The schema of this database can not be made again from its migrations.',
    details,
    hint: 'Apply the migrations with catb or the Supabase CLI, which write down what they executed.',
  });
}

function schemaMoved(): OperationsError {
  return new OperationsError({
    code: 'BACKUP_SCHEMA_MOVED',
    message: 'The database was being migrated each time the backup began.',
    hint: 'Run it again when the migrations are done.',
  });
}
