/** In charge of a target for tests: tables of all sizes, and one object of each kind that silences. */
import { createEmptyDatabase, type TestDatabase } from '@catb/database/testing';
import pg from 'pg';

const schema = `
  create domain public.age as integer check (value >= 0);
  create domain public.plain_age as integer;
  create table public.big (
    id integer primary key, name varchar(10), price numeric(10, 2), note text, at_time timestamptz(3),
    bits varbit(3), address cidr, mood varchar, known text, constraint known_set check (known is not null)
  );
  create table public.middling (id integer primary key);
  create table public.small (id integer primary key, name text);
  insert into public.small values (1, 'Mu');
  create table public.nothing (id integer);
  create index big_name on public.big (name);
  create table public.parts (id integer, day date) partition by range (day);
  create table public.part_1 partition of public.parts for values from ('2026-01-01') to ('2026-02-01');
  create materialized view public.daily as select id, name from public.small;
  create unique index daily_id on public.daily (id);
  create materialized view public.partial as select id from public.small;
  create unique index partial_id on public.partial (id) where id > 0;
  alter table public.small enable row level security;
  create policy own on public.small for select to authenticated using (id = (select current_setting('a.b')::integer) and name = 'Mu');
  create policy narrow on public.small as restrictive for select to public using (id > 0);
  create policy wide on public.small for select to anon using (id > 5);
  create function public.pinned() returns integer language sql security definer set search_path = '' as 'select 1';
  create function public.one() returns integer language sql immutable as 'select 1';
  create function public.other() returns integer language sql volatile as 'select 1';
  create schema supabase_migrations;
  create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
  insert into supabase_migrations.schema_migrations values ('20260101000000', '{}', 'done');
`;

/** The database; `public.big` and `public.parts` have fifty million rows as far as PostgreSQL knows. */
export async function createCatalogDatabase(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  await database.pool.query(schema);
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  try {
    await superuser.query('analyze public.small, public.nothing');
    // Sizes are what PostgreSQL believes: nobody has to write fifty million rows.
    await superuser.query(`
      update pg_catalog.pg_class set reltuples = 50000000
      where oid in ('public.big'::regclass, 'public.part_1'::regclass);
      update pg_catalog.pg_class set reltuples = 50000 where oid = 'public.middling'::regclass;
    `);
  } finally {
    await superuser.end();
  }
  return database;
}
