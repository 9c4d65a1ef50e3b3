import {
  connectAs,
  createTestDatabase,
  mustRefuse,
  openServer,
  openTurn,
  permissionDenied,
  type TestDatabase,
} from '@catb/database/testing';
import { createSession, type Database } from '@catb/database';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let database: TestDatabase;
let server: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Acts with the server's connection. */
const steal = <T>(run: (client: pg.Client) => Promise<T>) =>
  connectAs(database, 'catb_server', run);

describe('with the connection of the server', () => {
  it('files and programs are out of reach', async () => {
    await steal(async (client) => {
      for (const query of [
        `select pg_read_file('postgresql.conf')`,
        `select pg_read_binary_file('PG_VERSION')`,
        `select pg_ls_dir('.')`,
        `select lo_import('PG_VERSION')`,
        `select lo_export(1, 'x')`,
        `create temporary table t (x text); copy t from '/etc/hostname'`,
        `create temporary table u (x text); copy u from program 'id'`,
        `copy (select 1) to '/tmp/x'`,
        `copy (select 1) to program 'id'`,
        'select pg_current_logfile()',
        'select pg_ls_waldir()',
        `select pg_create_physical_replication_slot('x')`,
        `load '/tmp/x.so'`,
        'create extension dblink',
        'create extension file_fdw',
        'create language plpython3u',
        `create function pg_temp.f() returns int language c as 'x'`,
        'alter system set log_min_messages = debug1',
        `set log_statement = 'all'`,
        'set session_replication_role = replica',
        'set session_preload_libraries = x',
        'checkpoint',
      ]) {
        const outcome = await client.query(query).catch((error: unknown) => error);
        expect([query, (outcome as { code?: string }).code]).toEqual([
          query,
          expect.stringMatching(/^(42501|0A000|58P01)$/),
        ]);
      }
    });
  });

  it('no other role can be taken on', async () => {
    await steal(async (client) => {
      for (const role of [
        'postgres',
        'supabase_admin',
        'anon',
        'catb_analyst',
        'pg_read_all_data',
      ]) {
        await mustRefuse(client.query(`set role ${role}`), permissionDenied);
        await mustRefuse(
          client.query(`select set_config('role', '${role}', false)`),
          permissionDenied,
        );
        await mustRefuse(client.query(`grant ${role} to catb_server`), permissionDenied);
        await mustRefuse(
          client.query(
            `create function pg_temp.as_${role}() returns int language sql set role = ${role} as $$ select 1 $$`,
          ),
          permissionDenied,
        );
      }
    });
  });

  it('row level security can be switched off by nobody who has no right to the rows', async () => {
    await steal(async (client) => {
      await client.query('set row_security = off');
      await mustRefuse(client.query('table public.messages'), permissionDenied);
    });
  });
});

describe('what such a connection can still do, and a reason to keep it', () => {
  it('is to disturb: end the server’s other connections, and close open answers with its own words', async () => {
    const other = await openServer(database, 1);
    const { rows } = await other.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    const bystander = await createSession(server);
    await openTurn(server, bystander.sessionToken);
    await steal(async (client) => {
      await client.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
      const swept = await client.query<{ closed: number }>(
        `select catb.sweep_stuck_turns('Words of a thief.', 4, '0 s') as closed`,
      );
      expect(swept.rows[0]!.closed).toBeGreaterThan(0);
    });
    await other.close();
  });

  it('is to start sessions and to fill temporary tables', async () => {
    await steal(async (client) => {
      await client.query('select * from public.create_session()');
      await client.query('create temporary table mine as select generate_series(1, 10)');
    });
  });
});
