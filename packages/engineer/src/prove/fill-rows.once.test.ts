import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmptyDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fillRows, type FilledRows } from './fill-rows.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'catb-rows-'));
  database = await createEmptyDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  await database.pool.query(`
    drop table if exists public.cats, public.owners, public."Odd.Name";
    create table public.owners (
      id integer generated always as identity primary key, name text not null,
      loud text generated always as (upper(name)) stored
    );
    create table public.cats (
      id integer primary key, owner_id integer references public.owners,
      weight integer check (weight > 0), born date
    );
    create table public."Odd.Name" (id integer default 7);
  `);
});

/** Fills the database from a file with these lines. */
async function fill(lines: readonly (object | string)[]): Promise<FilledRows> {
  const file = path.join(folder, 'rows.jsonl');
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(file, text.join('\n'));
  return await fillFrom(file);
}

async function fillFrom(from: string): Promise<FilledRows> {
  const { url, superuserUrl } = database;
  const limits = { deadlineMs: 10_000, growth: 1_000_000_000 };
  return await fillRows({ ownerUrl: url, superuserUrl, limits }, from);
}

async function rowsOf(table: string): Promise<unknown[]> {
  const { rows } = await database.pool.query<{ row: unknown }>(
    `select to_jsonb(t) as row from ${table} as t order by 1`,
  );
  return rows.map(({ row }) => row);
}

const owner = { table: 'public.owners', row: { id: 300, name: 'Ada', loud: 'ADA' } };
const cat = (row: object) => ({ table: 'cats', row: { id: 1, ...row } });
const none = (table: string) => `There are no real rows of ${table}: nothing was proved with any.`;

describe('a good file', () => {
  test('is stored, whatever the order of its lines, with what is left out as the table has it', async () => {
    const filled = await fill([
      cat({ owner_id: 300, weight: 4, born: '2020-02-29' }),
      '',
      owner,
      { table: '"public"."Odd.Name"', row: {} },
    ]);
    expect(filled).toEqual({ rows: 3, from: 'real ones, from a file', problems: [] });
    expect(await rowsOf('public.cats')).toEqual([
      { id: 1, owner_id: 300, weight: 4, born: '2020-02-29' },
    ]);
    expect(await rowsOf('public.owners')).toEqual([owner.row]);
    expect(await rowsOf('public."Odd.Name"')).toEqual([{ id: 7 }]);
  });

  test('may be empty, which is said of each table', async () => {
    const { rows, problems } = await fill([]);
    expect(rows).toBe(0);
    expect(problems.sort()).toEqual(
      ['public."Odd.Name"', 'public.cats', 'public.owners'].map(none),
    );
  });

  test('is read up to a line, which is said', async () => {
    const lines = Array.from({ length: 20_001 }, (_, id) => cat({ id }));
    const { rows, problems } = await fill(lines);
    expect(rows).toBe(20_000);
    expect(problems[0]).toBe('The file of real rows was read up to line 20000.');
  });
});

describe('rows that a constraint keeps out are counted, and the others are stored', () => {
  test.each([
    ['a check', cat({ id: 2, weight: -1 })],
    ['a key that is there already', cat({ weight: 9 })],
    ['a parent that is not there', cat({ id: 2, owner_id: 301 })],
    ['a value of another type', cat({ id: 2, born: 'hush' })],
    ['a null', { table: 'owners', row: { id: 301 } }],
  ])('%s', async (_, bad) => {
    const { rows, problems } = await fill([cat({ weight: 4 }), bad, cat({ id: 3 }), owner]);
    expect(rows).toBe(3);
    const table = bad.table === 'owners' ? 'public.owners' : 'public.cats';
    expect(problems).toContain(`1 real row of ${table} did not fit into the copy.`);
    expect(JSON.stringify(problems)).not.toContain('hush');
  });
});

describe('a bad file is refused, by its line and not by what is in it', () => {
  test.each([
    ['no JSON', '{"secret', 'Line 2 is no JSON.'],
    ['no row', { table: 'cats', secret: 1 }, 'Line 2 has no "table" and "row".'],
    [
      'a row that is a list',
      { table: 'cats', row: ['secret'] },
      'Line 2 has no "table" and "row".',
    ],
    [
      'another table',
      { table: 'public.dogs', row: { name: 'secret' } },
      'Line 2 names a table that is not there: public.dogs.',
    ],
    [
      'another column',
      cat({ wieght: 'secret' }),
      'Line 2 names a column that public.cats does not have: wieght.',
    ],
  ])('%s', async (_, bad, details) => {
    await expect(fill([owner, bad])).rejects.toMatchObject({ code: 'ROWS_UNREADABLE', details });
    expect(await rowsOf('public.owners')).toEqual([]);
  });

  test.each([['missing.jsonl'], ['.']])('%s is no file', async (name) => {
    await expect(fillFrom(path.join(folder, name))).rejects.toMatchObject({
      code: 'ROWS_UNREADABLE',
      details: 'The file is missing or can not be opened.',
    });
  });
});

test('rows of a database come without what PostgreSQL computes', async () => {
  const source = await createEmptyDatabase();
  try {
    await source.pool.query(`
      create table public.owners (
        id integer primary key, name text, loud text generated always as (upper(name)) stored
      );
      insert into public.owners values (300, 'Ada');
    `);
    const { rows } = await fillFrom(source.url);
    expect(rows).toBe(1);
    expect(await rowsOf('public.owners')).toEqual([owner.row]);
  } finally {
    await source.drop();
  }
});
