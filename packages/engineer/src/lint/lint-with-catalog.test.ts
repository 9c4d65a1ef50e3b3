import { join } from 'node:path';
import { supabaseDirectory } from '@catb/database';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@catb/database/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planFixes } from './fix/apply-fixes.ts';
import { findingsOf } from './testing/must-find.ts';
import { lintText, verdictsOf } from './testing/lint-text.ts';

let database: TestDatabase;

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

beforeAll(async () => {
  database = await createEmptyDatabase();
  await database.pool.query(schema);
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  await superuser.query('analyze public.small, public.nothing');
  // Sizes are what PostgreSQL believes: nobody has to write fifty million rows.
  await superuser.query(`
    update pg_catalog.pg_class set reltuples = 50000000 where oid in ('public.big'::regclass, 'public.part_1'::regclass);
    update pg_catalog.pg_class set reltuples = 50000 where oid = 'public.middling'::regclass;
  `);
  await superuser.end();
});

afterAll(() => database.drop());

const verdicts = (text: string) => verdictsOf(text, { dbUrl: database.url });

describe('a change of type that keeps the bytes is silent', () => {
  test.each([
    ['varchar to text', 'name type text'],
    ['a longer varchar', 'name type varchar(20)'],
    ['a varchar without a length', 'name type varchar'],
    ['varchar to text by a cast of itself', 'name type text using name::text'],
    ['text to varchar', 'note type varchar'],
    ['a bigger numeric', 'price type numeric(12, 2)'],
    ['a numeric without a size', 'price type numeric'],
    ['more digits of a second', 'at_time type timestamptz(6)'],
    ['a longer varbit', 'bits type varbit(8)'],
    ['cidr to inet', 'address type inet'],
    ['the type it has', 'id type integer'],
  ])('%s', async (_, change) => {
    expect(await verdicts(`alter table public.big alter column ${change};`)).toEqual([]);
  });
});

describe('a change of type that rewrites a big table is an error', () => {
  test.each([
    ['integer to bigint', 'id type bigint'],
    ['a shorter varchar', 'name type varchar(5)'],
    ['text to a varchar with a length', 'note type varchar(5)'],
    ['another scale', 'price type numeric(12, 4)'],
    ['a smaller numeric', 'price type numeric(8, 2)'],
    ['fewer digits of a second', 'at_time type timestamptz(0)'],
    ['an expression', 'name type text using upper(name)'],
  ])('%s', async (_, change) => {
    const column = change.split(' ')[0] ?? '';
    expect(await verdicts(`alter table public.big alter column ${change};`)).toEqual([
      `error alter-column-type public.big.${column}`,
    ]);
  });
});

// What PostgreSQL does with a table's file says whether our list of changes is right.
test('the changes that are silent leave the table’s file as it is, and the others do not', async () => {
  const rewrites = async (change: string) => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      const node = async () =>
        (await client.query(`select pg_relation_filenode('public.big') as node`)).rows[0].node;
      const before = await node();
      await client.query(`alter table public.big alter column ${change}`);
      return (await node()) !== before;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  for (const change of [
    'name type text',
    'name type varchar(20)',
    'price type numeric(12, 2)',
    'at_time type timestamptz(6)',
    'bits type varbit(8)',
    'address type inet',
    'note type varchar',
  ])
    expect([change, await rewrites(change)]).toEqual([change, false]);
  for (const change of [
    'id type bigint',
    'name type varchar(5)',
    'price type numeric(12, 4)',
    'at_time type timestamptz(0)',
  ])
    expect([change, await rewrites(change)]).toEqual([change, true]);
});

describe('what the table holds decides the level', () => {
  const index = (table: string) => verdicts(`create index made on public.${table} (id);`);
  test('an error on a big one, with its size', async () => {
    expect(await index('big')).toEqual(['error index-without-concurrently public.made']);
    const run = await lintText('create index made on public.big (id);', { dbUrl: database.url });
    expect(run.files[0]?.open[0]?.detail).toMatch(
      /^On the target it has about 50,000,000 rows in /,
    );
  });
  test('an error on a partitioned one, whose partitions count', async () => {
    expect(await index('parts')).toEqual(['error index-without-concurrently public.made']);
  });
  test('a warning on a middling one', async () => {
    expect(await index('middling')).toEqual(['warning index-without-concurrently public.made']);
  });
  test('a note on a small one', async () => {
    expect(await index('small')).toEqual(['info index-without-concurrently public.made']);
  });
  test('a required column is silent on an empty table and an error on one with rows', async () => {
    const add = (table: string) =>
      verdicts(`alter table public.${table} add column x text not null;`);
    expect(await add('nothing')).toEqual([]);
    expect(await add('small')).toEqual(['error add-required-column public.small.x']);
  });
  test('a drop is a note on an empty table and an error on one with rows', async () => {
    expect(await verdicts('drop table public.nothing;')).toEqual([
      'info drop-loses-data public.nothing',
    ]);
    expect(await verdicts('drop table small;')).toEqual(['error drop-loses-data public.small']);
    expect(await verdicts('alter table public.small drop column if exists never;')).toEqual([]);
  });
});

describe('what the target has silences', () => {
  test('set not null under a valid check, and on a column that is not null', async () => {
    expect(await verdicts('alter table public.big alter column known set not null;')).toEqual([]);
    expect(await verdicts('alter table public.big alter column id set not null;')).toEqual([]);
    expect(await verdicts('alter table public.big alter column note set not null;')).toEqual([
      'error set-not-null public.big.note',
    ]);
  });
  test('a default that is one value, by what its function says of itself', async () => {
    const add = (made: string) => verdicts(`alter table public.big add column x ${made};`);
    expect(await add('integer default 7')).toEqual([]);
    expect(await add('integer default public.one()')).toEqual([]);
    expect(await add('public.plain_age')).toEqual([]);
    expect(await add('integer default public.other()')).toEqual([
      'error add-column-rewrite public.big.x',
    ]);
    expect(await add('public.age')).toEqual(['error add-column-rewrite public.big.x']);
  });
  test('a grant on a table that row level security guards', async () => {
    expect(await verdicts('grant select on public.small to anon;')).toEqual([]);
    expect(await verdicts('grant select on public.big to anon;')).toEqual([
      'error broad-grant public.big',
    ]);
  });
});

describe('what the target has is compared', () => {
  test('a policy that loses a condition', async () => {
    const text = `drop policy own on public.small;
      create policy own on public.small for select to authenticated using (id = current_setting('a.b')::integer);`;
    expect(await verdicts(text)).toEqual(['error policy-loosened policy own on public.small']);
  });
  test('a policy that stays the same is silent', async () => {
    const text = `drop policy own on public.small;
      create policy own on public.small for select to authenticated
        using (name = 'Mu' and id = (select current_setting('a.b')::integer));`;
    expect(await verdicts(text)).toEqual([]);
  });
  test('a policy that another one replaces is silent, a restrictive one that is dropped is an error', async () => {
    const text = `drop policy wide on public.small;
      create policy "Anybody sees the late ones" on public.small for select to anon using (id > 5 and name <> '');`;
    expect(await verdicts(text)).toEqual([]);
    expect(await verdicts('drop policy narrow on public.small;')).toEqual([
      'error policy-dropped policy narrow on public.small',
    ]);
    expect(await verdicts('drop policy wide on public.small;')).toEqual([
      'warning policy-dropped policy wide on public.small',
    ]);
  });
  test('a function that loses its search path', async () => {
    const text = `create or replace function public.pinned() returns integer language sql as 'select 2';`;
    expect(await verdicts(text)).toEqual(['warning search-path-dropped public.pinned()']);
  });
});

describe('--fix asks the target', () => {
  const plan = async (text: string) => planFixes(await lintText(text, { dbUrl: database.url }));
  test('a refresh gets its word where a unique index covers every row', async () => {
    const { files } = await plan('refresh materialized view public.daily;\n');
    expect(files.map(({ text }) => text)).toEqual([
      'refresh materialized view concurrently public.daily;\n',
    ]);
    expect((await plan('refresh materialized view public.partial;')).files).toEqual([]);
  });
});

test('our own migrations and rollbacks are clean beside the database that has them already', async () => {
  const migrated = await createTestDatabase();
  try {
    const paths = ['migrations', 'rollbacks'].map((name) => join(supabaseDirectory(), name));
    expect(await findingsOf(paths, { dbUrl: migrated.url })).toEqual([]);
  } finally {
    await migrated.drop();
  }
});

test('a policy for the owner is no looser when the target names him', async () => {
  const text = `drop policy own on public.small;
    create policy own on public.small for select to authenticated, current_user
      using (id = (select current_setting('a.b')::integer) and name = 'Mu');`;
  expect(await verdicts(text)).toEqual([]);
});

test('an unreachable target is an error', async () => {
  await expect(
    verdictsOf('select 1;', { dbUrl: 'postgres://nobody@127.0.0.1:1/none' }),
  ).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
});
