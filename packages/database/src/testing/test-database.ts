/** In charge of a database of one's own for each test file, cloned in a moment. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { actAs, type ActAs } from './act-as.ts';
import { emptyTemplate, migratedTemplate, urlOf } from './provided.ts';

/** What can be chosen about a test database. */
export interface TestDatabaseOptions {
  /** The most connections of `pool`; 10 by default. */
  connections?: number;
}

/** A database that nobody else uses. */
export interface TestDatabase {
  name: string;
  /** As the role `postgres`, which owns the database and is no superuser. */
  url: string;
  /** As the superuser `supabase_admin`. */
  superuserUrl: string;
  /** Connected as the role `postgres`. */
  pool: pg.Pool;
  /** Runs a function as another role, and rolls back what it did. */
  as: ActAs;
  /** Disconnects everybody and removes the database. */
  drop(): Promise<void>;
}

/**
 * Makes a database with all migrations.
 *
 * @throws Error with the migrator's words when the migrations don't apply.
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { migrationFailure } = inject('postgres');
  if (migrationFailure) throw new Error(`The migrations do not apply: ${migrationFailure}`);
  return await cloneDatabase(migratedTemplate, options);
}

/** Makes a database without migrations: Supabase's roles, schemas and default privileges only. */
export async function createEmptyDatabase(
  options: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  return await cloneDatabase(emptyTemplate, options);
}

async function cloneDatabase(
  template: string,
  options: TestDatabaseOptions,
): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await maintain(server.url, `create database ${name} template ${template}`);
  const url = urlOf(server.url, name);
  const superuserUrl = urlOf(server.superuserUrl, name);
  const pool = new pg.Pool({ connectionString: url, max: options.connections ?? 10 });
  // Tests end connections on purpose; the next query on one reports it where it matters.
  pool.on('error', () => undefined);
  return {
    name,
    url,
    superuserUrl,
    pool,
    as: actAs(superuserUrl),
    async drop() {
      if (!pool.ended) await pool.end();
      await maintain(server.superuserUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function maintain(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
