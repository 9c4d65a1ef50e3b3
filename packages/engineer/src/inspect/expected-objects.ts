/** In charge of what the migrations make of an empty database that began as the target did. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EmbeddedError,
  migrateUp,
  readCatalog,
  startEmbedded,
  type EmbeddedMajor,
  type EmbeddedPostgres,
} from '@catb/database';
import pg from 'pg';
import type { Objects } from './compare-objects.ts';
import { sql } from './sql.generated.ts';

/** How the target began, before its first migration. */
export interface Beginning {
  /** Who applied its migrations. */
  role: { name: string; superuser: boolean };
  /** Everything the target has now, by object. */
  live: Objects;
  major: number;
}

/** What was expected, and on which major version. */
export interface Expected {
  objects: Objects;
  major: number;
}

const supabaseRoles = 'anon, authenticated, service_role';

/**
 * Applies the migrations on a throw-away embedded server, as a role of the target's name, and reads
 * its catalog.
 *
 * @param directory the folder that holds `migrations`
 * @throws CatbError MIGRATION_… when they do not apply to an empty database
 */
export async function readExpectedObjects(
  directory: string,
  beginning: Beginning,
  log: (line: string) => void,
): Promise<Expected> {
  const dataDir = mkdtempSync(join(tmpdir(), 'catb-drift-'));
  try {
    const server = await startThrowAway(dataDir, beginning.major);
    try {
      const url = await beginAs(server, beginning);
      await migrateUp({ url, directory, log });
      return { objects: await readObjects(server.superuserUrl), major: server.major };
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** On the target's own major where it is installed, else on the newest. */
async function startThrowAway(dataDir: string, major: number): Promise<EmbeddedPostgres> {
  const options = { dataDir, settings: { fsync: 'off', full_page_writes: 'off' } };
  if (major === 15 || major === 17) {
    try {
      return await startEmbedded({ ...options, major: major satisfies EmbeddedMajor });
    } catch (error) {
      if (!(error instanceof EmbeddedError) || error.code !== 'EMBEDDED_UNSUPPORTED_PLATFORM') {
        throw error;
      }
    }
  }
  return await startEmbedded(options);
}

async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** Makes the empty database what the target was, and returns the address for who migrates. */
async function beginAs(server: EmbeddedPostgres, { role, live }: Beginning): Promise<string> {
  const password = randomBytes(18).toString('base64url');
  const name = pg.escapeIdentifier(role.name);
  const attributes = `login createdb createrole bypassrls replication ${role.superuser ? 'superuser' : 'nosuperuser'}`;
  const isSupabase = live.has('table auth.users');
  const likesSupabase = live.has(
    `default privileges of ${role.name} in public on tables to service_role`,
  );
  await withClient(server.superuserUrl, async (client) => {
    const known = await client.query('select from pg_catalog.pg_roles where rolname = $1', [
      role.name,
    ]);
    await client.query(`${known.rowCount === 0 ? 'create' : 'alter'} role ${name} ${attributes}`);
    await client.query(`alter role ${name} password ${pg.escapeLiteral(password)}`);
    await client.query(
      `grant ${supabaseRoles} to ${name} with admin option;
       alter database catb owner to ${name};
       alter schema extensions owner to ${name};
       alter default privileges for role postgres in schema public revoke all on tables from ${supabaseRoles};
       alter default privileges for role postgres in schema public revoke all on functions from ${supabaseRoles};
       alter default privileges for role postgres in schema public revoke all on sequences from ${supabaseRoles}`,
    );
    if (likesSupabase) {
      await client.query(
        `alter default privileges for role ${name} in schema public grant all on tables to ${supabaseRoles};
         alter default privileges for role ${name} in schema public grant all on functions to ${supabaseRoles};
         alter default privileges for role ${name} in schema public grant all on sequences to ${supabaseRoles}`,
      );
    }
    if (!live.has('grant on schema public to service_role')) {
      await client.query(`revoke all on schema public from ${supabaseRoles}`);
    }
    if (isSupabase) await client.query(sql.supabasePlatform);
  });
  const url = new URL(server.superuserUrl);
  url.username = encodeURIComponent(role.name);
  url.password = password;
  return url.href;
}

async function readObjects(url: string): Promise<Objects> {
  return await withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    return await readCatalog(client, { role: () => false });
  });
}
