import { SqlScript } from '@catb/database';
import { createEmptyDatabase, type TestDatabase } from '@catb/database/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measureMigration, type Measurement } from './measure.ts';
import type { Moment } from './moment.ts';
import type { MeasuredStatement } from './proof.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
  await database.pool.query(`
    create table public.customers (id integer primary key, name text);
    create table public.orders (id integer primary key, customer_id integer, note varchar(20));
    create table public.days (day date not null, n integer) partition by range (day);
    create table public.days_2026 partition of public.days
      for values from ('2026-01-01') to ('2027-01-01');
    insert into public.customers select i, 'c' || i from generate_series(1, 50) as i;
    insert into public.orders select i, i % 50 + 1, 'n' from generate_series(1, 100) as i;
    insert into public.days select date '2026-01-01' + i, i from generate_series(1, 9) as i;
  `);
});
afterEach(async () => database.drop());

/** What a concurrent statement leaves behind is compared with it; nothing here fails. */
const nothing: Moment = { snapshot: { objects: new Map(), rows: new Map() }, rows: new Map() };

let measured = 0;

async function measure(sql: string): Promise<Measurement> {
  const up = new SqlScript('up.sql', sql);
  const migration = { version: String((measured += 1)), name: 'up', file: 'up.sql', up };
  return await measureMigration(
    {
      ownerUrl: database.url,
      superuserUrl: database.superuserUrl,
      limits: { deadlineMs: 20_000, growth: 1e9 },
    },
    { migration, file: 'up.sql', rollbackFile: null, directory: null, hasVersion: false },
    nothing,
  );
}

it('a rollback is measured as a migration is, and nothing where there is none', async () => {
  const bench = {
    ownerUrl: database.url,
    superuserUrl: database.superuserUrl,
    limits: { deadlineMs: 20_000, growth: 1e9 },
  };
  const up = new SqlScript('up.sql', 'alter table public.customers add column born date;');
  const down = new SqlScript('down.sql', 'create index again on public.orders (note);');
  const migration = { version: '1', name: 'up', file: 'up.sql', up, down };
  const change = { file: 'up.sql', rollbackFile: null, directory: null, hasVersion: false };
  const applied = await measureMigration(bench, { ...change, migration }, nothing);
  expect(applied.stopped).toBeUndefined();
  const back = await measureMigration(bench, { ...change, migration }, nothing, 'down');
  expect(back.statements).toMatchObject([
    {
      locks: [{ relation: 'public.orders', mode: 'SHARE' }],
      builds: [{ index: 'public.again', table: 'public.orders' }],
      tried: [{ table: 'public.orders', reads: false, writes: true }],
    },
  ]);
  const { down: _, ...only } = migration;
  const none = await measureMigration(bench, { ...change, migration: only }, nothing, 'down');
  expect(none).toMatchObject({ statements: [], stopped: undefined });
});

async function measureOne(sql: string): Promise<MeasuredStatement> {
  const { statements, stopped } = await measure(sql);
  expect(stopped).toBeUndefined();
  return statements.at(-1)!;
}

describe('locks', () => {
  it('of a foreign key hold up writes of both tables, and nobody who reads', async () => {
    const statement = await measureOne(
      'alter table public.orders add foreign key (customer_id) references public.customers (id);',
    );
    for (const table of ['public.customers', 'public.orders']) {
      const lock = { relation: table, table, partitionOf: null, mode: 'SHARE ROW EXCLUSIVE' };
      expect(statement.locks).toContainEqual(lock);
    }
    expect(statement.tried).toHaveLength(2);
    for (const tried of statement.tried) {
      expect(tried).toMatchObject({ reads: false, writes: true, references: false });
    }
    expect(statement.scans.sort()).toEqual(['public.customers', 'public.orders']);
    expect(statement.validates).toEqual([
      { constraint: 'orders_customer_id_fkey', table: 'public.orders' },
    ]);
  });

  it('of a new column hold up everybody', async () => {
    const statement = await measureOne('alter table public.orders add column seen boolean;');
    expect(statement.locks).toMatchObject([{ table: 'public.orders', mode: 'ACCESS EXCLUSIVE' }]);
    expect(statement.tried).toMatchObject([{ reads: true, writes: true, lockedRows: null }]);
    expect(statement).toMatchObject({ scans: [], rewrites: [], builds: [] });
  });

  it('on partitions name the table at the top', async () => {
    const statement = await measureOne('alter table public.days add column seen boolean;');
    expect(statement.locks).toContainEqual({
      relation: 'public.days_2026',
      table: 'public.days_2026',
      partitionOf: 'public.days',
      mode: 'ACCESS EXCLUSIVE',
    });
  });

  it('on what the migration itself made are left out', async () => {
    const statement = await measureOne('create table public.own (id integer primary key);');
    expect(statement.locks).toEqual([]);
  });

  it('of an index built concurrently hold up no write, though it waits for writers', async () => {
    const statement = await measureOne(
      'create index concurrently by_note on public.orders (note);',
    );
    expect(statement.outsideTransaction).toBe(true);
    expect(statement.locks).toMatchObject([
      { table: 'public.orders', mode: 'SHARE UPDATE EXCLUSIVE' },
    ]);
    expect(statement.tried).toMatchObject([{ reads: false, writes: false, maintenance: true }]);
    expect(statement.builds).toEqual([{ index: 'public.by_note', table: 'public.orders' }]);
  });
});

describe('work', () => {
  it('of a longer varchar is none, of another type a table written anew', async () => {
    const longer = await measureOne('alter table public.orders alter note type varchar(40);');
    expect(longer.rewrites).toEqual([]);
    const other = await measureOne(`do $$ begin
      alter table public.orders alter customer_id type bigint;
    end $$;`);
    expect(other.rewrites).toEqual(['public.orders']);
  });

  it('of truncate is an emptied table, not one written anew', async () => {
    const statement = await measureOne('truncate public.orders;');
    expect(statement).toMatchObject({ empties: ['public.orders'], rewrites: [], builds: [] });
  });

  it('of an update is counted, and so are the rows that nobody else can change', async () => {
    const statement = await measureOne('update public.customers set name = name where id <= 20;');
    expect(statement.writes).toEqual([
      { table: 'public.customers', inserted: 0, updated: 20, deleted: 0 },
    ]);
    expect(statement.tried).toMatchObject([
      { reads: false, writes: false, lockedRows: { locked: 20, of: 50 } },
    ]);
  });
});

it('tells many inserts as one statement', async () => {
  const inserts = Array.from({ length: 400 }, (_, i) => `insert into public.own values (${i});`);
  const { statements } = await measure(
    ['create table public.own (id integer);', ...inserts].join('\n'),
  );
  expect(statements.map(({ number, count }) => [number, count])).toEqual([
    [1, 1],
    [401, 400],
  ]);
});

it('says during which statement a migration stopped', async () => {
  const { statements, stopped } = await measure('select 1;\nselect 1 / 0;\nselect 2;');
  expect(statements).toHaveLength(1);
  expect(stopped?.statement?.line).toBe(2);
});
