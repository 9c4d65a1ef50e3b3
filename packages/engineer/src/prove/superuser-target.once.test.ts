import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import '@catb/database/testing';
import { withClient } from '../copy/with-client.ts';
import { withTarget } from '../target/open-target.ts';
import { urlOf } from './clone-database.ts';
import { withBench, type PreparedBench } from './with-bench.ts';

const name = 'catb_prove_plain';
let prepared: PreparedBench;
let release: () => void;
let running: Promise<void>;

/** A database as a plain PostgreSQL has it: everything belongs to the superuser. */
async function makePlain(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(`
      create schema "Odd";
      create type "Odd"."Mood" as enum ('a');
      create table "Odd"."Cats 🐈" (id serial primary key, "a ""b""" text, mood "Odd"."Mood");
      create function "Odd".twice(integer) returns integer language sql as 'select $1 * 2';
      create view public.seen as select id from "Odd"."Cats 🐈";
    `),
  );
}

beforeAll(async () => {
  const { superuserUrl } = inject('postgres');
  const url = urlOf(superuserUrl, name);
  await withClient(superuserUrl, (client) =>
    client.query(`create database ${name} template template0`),
  );
  await makePlain(url);
  await new Promise<void>((ready, failed) => {
    const base = { kind: 'target' as const, first: [], why: null };
    const limits = { deadlineMs: 10_000, growth: 1e9 };
    running = withTarget(url, (target) =>
      withBench(target, base, limits, async (made) => {
        prepared = made;
        ready();
        await new Promise<void>((resolve) => (release = resolve));
      }),
    );
    running.catch(failed);
  });
});
afterAll(async () => {
  release();
  await running;
  await withClient(inject('postgres').superuserUrl, (client) =>
    client.query(`drop database ${name} with (force)`),
  );
});

async function asOwner(sql: string): Promise<unknown[]> {
  return await withClient(prepared.bench.ownerUrl, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  });
}

it('has its migration run by a role of the same name that is no superuser', async () => {
  expect(prepared.demoted).toBe(true);
  expect(
    await asOwner(`select rolname, rolsuper from pg_catalog.pg_roles where rolname = session_user`),
  ).toEqual([{ rolname: 'supabase_admin', rolsuper: false }]);
});

it('lets that role do what an owner may', async () => {
  await asOwner(`alter table "Odd"."Cats 🐈" alter mood set default 'a'`);
  await asOwner('alter function "Odd".twice(integer) immutable');
  await asOwner('create or replace view public.seen as select id from "Odd"."Cats 🐈" limit 1');
  await asOwner(`alter type "Odd"."Mood" rename value 'a' to 'b'`);
  await asOwner('create role somebody; drop role somebody');
});

it('creates an extension for it that can do no harm, and that it may drop', async () => {
  await asOwner(`select supabase_migrations.catb_create_extension(
    'pgstattuple', false, 'public', null, false)`);
  await asOwner('drop extension pgstattuple');
});

it.each([
  `copy (select 1) to program 'id'`,
  'create extension file_fdw',
  `select supabase_migrations.catb_create_extension('file_fdw', false, 'public', null, false)`,
  'grant pg_execute_server_program to current_user',
  'create table pg_catalog.mine (id integer)',
])('does not let it reach for the machine: %s', async (sql) => {
  await expect(asOwner(sql)).rejects.toMatchObject({ code: '42501' });
});
