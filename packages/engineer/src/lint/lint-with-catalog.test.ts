import { join } from 'node:path';
import { supabaseDirectory } from '@catb/database';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planFixes } from './fix/apply-fixes.ts';
import { lintMigrations } from './lint-migrations.ts';
import { judgeRun } from './lint-report.ts';
import { createCatalogDatabase } from './testing/catalog-database.ts';
import { lintText, verdictsOf } from './testing/lint-text.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createCatalogDatabase();
});

afterAll(() => database.drop());

const verdicts = (text: string) => verdictsOf(text, { dbUrl: database.url });

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
    const report = await judgeRun(await lintMigrations({ paths, dbUrl: migrated.url }));
    expect(report.findings).toEqual([]);
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
