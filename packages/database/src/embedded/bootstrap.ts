/**
 * In charge of what a new cluster holds before any migration: roles, the database `catb` and the
 * privileges in it, as a new Supabase project has them. Each step can be repeated.
 */
import pg from 'pg';
import type { EmbeddedState } from './state.ts';

/**
 * Brings a running cluster to the state that migrations start from.
 *
 * @param state Names the port and both passwords.
 */
export async function bootstrapCluster(state: EmbeddedState): Promise<void> {
  await withSuperuser(state, 'postgres', async (client) => {
    if (!(await exists(client, 'select from pg_roles where rolname = $1', 'postgres'))) {
      await client.query(rolesSql(state.major, client.escapeLiteral(state.password)));
    }
    if (!(await exists(client, 'select from pg_database where datname = $1', 'catb'))) {
      await client.query('create database catb owner postgres template template0');
    }
  });
  await withSuperuser(state, 'catb', (client) => client.query(databaseSql));
}

async function withSuperuser(
  state: EmbeddedState,
  database: string,
  run: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: state.port,
    user: 'supabase_admin',
    password: state.superuserPassword,
    database,
  });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

async function exists(client: pg.Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rowCount === 1;
}

/** One query of several statements is one transaction: all of the roles are made, or none. */
function rolesSql(major: number, password: string): string {
  // From 16 on, being able to act as a role and being able to give it away are granted apart.
  const membership = major >= 16 ? 'with admin true, inherit true, set true' : 'with admin option';
  return `
    create role postgres with login createdb createrole bypassrls replication password ${password};
    create role anon with nologin noinherit;
    create role authenticated with nologin noinherit;
    create role service_role with nologin noinherit bypassrls;
    grant anon, authenticated, service_role to postgres ${membership};
    grant pg_signal_backend, pg_monitor, pg_read_all_data to postgres;
    alter role postgres set search_path to "$user", public, extensions;
  `;
}

/** Supabase's privileges, the generous defaults in `public` too: migrations must cope with them. */
const databaseSql = `
  create schema if not exists extensions authorization postgres;
  grant usage on schema public, extensions to anon, authenticated, service_role;
  alter default privileges for role postgres in schema public
    grant all on tables to anon, authenticated, service_role;
  alter default privileges for role postgres in schema public
    grant all on functions to anon, authenticated, service_role;
  alter default privileges for role postgres in schema public
    grant all on sequences to anon, authenticated, service_role;
`;
