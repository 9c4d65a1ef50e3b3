import {
  connectAs,
  createTestDatabase,
  mustRefuse,
  permissionDenied,
  type TestDatabase,
} from '@catb/database/testing';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callForAnalyst, callForPeople, callForServer } from './call-functions.ts';
import { callersOfFunctions } from './decisions.ts';

let database: TestDatabase;
let sessionId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const { rows } = await database.pool.query<{ id: string }>(
    'select session_id as id from public.create_session()',
  );
  sessionId = rows[0]!.id;
});
afterAll(() => database.drop());

/** Calls everything a role may call, and makes sure that it was everything. */
async function callAll(client: pg.Client, role: string): Promise<void> {
  const called =
    role === 'catb_analyst' ? await callForAnalyst(client, sessionId) : await callForPeople(client);
  if (role === 'catb_server') called.push(...(await callForServer(client)));
  const allowed = Object.entries(callersOfFunctions)
    .filter(([name, callers]) => callers.includes(role) && name !== 'catb.current_session_id')
    .map(([name]) => name.split('.')[1]);
  expect(called.sort()).toEqual(allowed.sort());
}

/** What the traps below raise when they run with rights that the attacker has not got. */
const sprung = 'TRAP1';

/** Domains named like every type of PostgreSQL, each with a check that tells who runs it. */
async function setTypeTraps(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ name: string }>(
    `select t.typname as name from pg_type t
     where t.typnamespace = 'pg_catalog'::regnamespace and t.typtype = 'b' and t.typelem = 0
       and t.typname ~ '^[a-z]' and t.typname <> 'unknown'`,
  );
  for (const { name } of rows) {
    const base = `pg_catalog.${client.escapeIdentifier(name)}`;
    await client.query(`
      create function pg_temp.trap_${name}(${base}) returns pg_catalog.bool language plpgsql as $$
      begin
          if current_user <> session_user then
              raise exception 'A trap ran as %', current_user using errcode = '${sprung}';
          end if;
          return true;
      end $$;
      create domain pg_temp.${client.escapeIdentifier(name)} as ${base} check (pg_temp.trap_${name}(value))`);
  }
  return rows.length;
}

const attackers = ['catb_server', 'anon', 'catb_analyst'];

describe.each(attackers)('%s', (role) => {
  it('does not get the rights of the owner by types of its own', async () => {
    await connectAs(database, role, async (client) => {
      expect(await setTypeTraps(client)).toBeGreaterThan(40);
      await callAll(client, role);
    });
  });

  it('does not lead a function to its own tables', async () => {
    await connectAs(database, role, async (client) => {
      for (const table of ['sessions', 'messages', 'error_codes', 'audit_log', 'model_prices']) {
        await client.query(
          `create temporary table ${table} (id text, session_id uuid, content text)`,
        );
      }
      await client.query('set search_path = pg_temp, public');
      await callAll(client, role);
      expect((await client.query('select from pg_temp.audit_log')).rowCount).toBe(0);
    });
  });

  it('does not lead a function to functions and operators of a schema of its own', async () => {
    const schema = `of_${role}`;
    await connectAs(database, 'supabase_admin', (client) =>
      client.query(`create schema ${schema} authorization ${role}`),
    );
    await connectAs(database, role, async (client) => {
      for (const [name, type] of [
        ['now()', 'pg_catalog.timestamptz'],
        ['sha256(pg_catalog.bytea)', 'pg_catalog.bytea'],
        ['gen_random_uuid()', 'pg_catalog.uuid'],
        ['same(pg_catalog.bytea, pg_catalog.bytea)', 'pg_catalog.bool'],
      ]) {
        await client.query(`
          create function ${schema}.${name} returns ${type} language plpgsql as $$
          begin raise exception 'A trap ran' using errcode = '${sprung}'; end $$`);
      }
      await client.query(`
        create operator ${schema}.= (
            function = ${schema}.same, leftarg = pg_catalog.bytea, rightarg = pg_catalog.bytea)`);
      await client.query(`set search_path = ${schema}, pg_catalog, public`);
      await mustRefuse(client.query('select now()'), sprung);
      await callAll(client, role);
    });
  });

  it('may not create anything where others look', async () => {
    await connectAs(database, role, async (client) => {
      for (const statement of [
        'create table public.mine ()',
        'create function public.now() returns int language sql as $$ select 1 $$',
        'create table catb.mine ()',
        'create schema mine',
        'create extension pg_trgm',
        'create or replace function public.create_session() returns int language sql as $$ select 1 $$',
      ]) {
        const error = await client.query(statement).catch((e: unknown) => e);
        expect([statement, (error as { code?: string }).code]).toEqual([
          statement,
          permissionDenied,
        ]);
      }
    });
  });
});

it('the traps do spring in a function that is careless', async () => {
  await database.pool.query(`
    create function public.careless(p_text text) returns uuid language plpgsql security definer
    set search_path = '' as $$ begin return p_text::uuid; end $$`);
  await connectAs(database, 'catb_server', async (client) => {
    await setTypeTraps(client);
    await mustRefuse(
      client.query('select public.careless($1::pg_catalog.text)', [sessionId]),
      sprung,
      'A trap ran as postgres',
    );
  });
  await database.pool.query('drop function public.careless(text)');
});
