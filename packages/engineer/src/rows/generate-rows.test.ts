import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { readFixture, withFixtures } from '../copy/testing/with-fixtures.ts';
import { withClient } from '../copy/with-client.ts';
import type { GeneratedRows, GeneratedTable } from './generated-rows.ts';
import { generateRows } from './generate-rows.ts';

const { major } = inject('postgres');
vi.setConfig({ testTimeout: 90_000 });

function tableOf(rows: GeneratedRows, name: string): GeneratedTable {
  const found = rows.tables.find(({ table }) => table === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

function groupsOf(rows: GeneratedRows, name: string): number[] {
  return [...new Set(tableOf(rows, name).rows.map(({ group }) => group))].sort();
}

/** Checks every foreign key and check over again, on all the rows. */
async function validateEverything(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ declare k record; begin
      for k in
        select conname, conrelid::regclass as rel, oid from pg_constraint
        where contype in ('f', 'c') and conparentid = 0 and conrelid >= 16384
      loop
        update pg_constraint set convalidated = false where oid = k.oid;
        execute format('alter table %s validate constraint %I', k.rel, k.conname);
      end loop;
    end $$`);
}

/** The migrations have left rows, which a copy of the schema has not. Some triggers would keep them. */
const emptyTables = `do $$ declare t regclass; begin
  set local session_replication_role = replica;
  for t in select oid from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'catb'::regnamespace)
  loop execute format('truncate %s cascade', t); end loop; end $$`;

/** One row by a constraint, two by an enumeration, or few values that a pattern allows and rows know. */
const holdFew = ['triage_rules_version', 'usage_progress', 'budgets', 'admin_keys', 'migrations'];

describe("catb's own schema", () => {
  let database: TestDatabase;
  let client: pg.Client;
  let rows: GeneratedRows;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query(emptyTables);
    rows = await generateRows(client, { groups: 2, rowsPerGroup: 3, seed: 1 });
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it('is filled completely', () => {
    const problems = rows.tables.filter(({ problem }) => problem !== null);
    expect(problems).toEqual([]);
    const few = rows.tables.filter((table) => table.rows.length < 6).map(({ table }) => table);
    expect(few.filter((table) => !holdFew.includes(table))).toEqual([]);
  });

  it('has groups that keep to themselves', async () => {
    const sessions = new Map(
      tableOf(rows, 'sessions').rows.map((row) => [row.key?.['id'], row.group]),
    );
    for (const name of [
      'messages',
      'preferences',
      'feedback',
      'model_calls',
      'context_summaries',
    ]) {
      for (const { key, group } of tableOf(rows, name).rows) {
        expect(sessions.get(key?.['session_id'])).toBe(group);
      }
    }
  });

  it('says where each row is', async () => {
    for (const { key, ctid } of tableOf(rows, 'sessions').rows) {
      const found = await client.query(
        'select ctid::text as ctid from public.sessions where id = $1',
        [key?.['id']],
      );
      expect(found.rows).toEqual([{ ctid }]);
    }
  });
});

describe('tables whose constraints leave little room', () => {
  it('are filled, each constraint fulfilled', async () => {
    await withFixtures(major, [readFixture('copy/rows')], async (server) => {
      await withClient(server.superuserUrl, async (client) => {
        const rows = await generateRows(client, { groups: 2, rowsPerGroup: 4, seed: 1 });
        const problems = rows.tables.flatMap(({ table, problem }) =>
          problem === null ? [] : `${table}: ${problem}`,
        );
        expect(problems).toEqual(['guarded: made with its triggers off: nobody is signed in']);
        const empty = rows.tables
          .filter((table) => table.rows.length === 0)
          .map(({ table }) => table);
        expect(empty).toEqual([]);
        for (const name of [
          'accounts',
          'employees',
          'documents',
          'pages',
          'profiles',
          'hard_circle_2',
        ]) {
          expect([name, groupsOf(rows, name)]).toEqual([name, [0, 1]]);
        }
        await validateEverything(client);
        const managers = await client.query(
          'select from "R".employees where manager_id is not null',
        );
        expect(managers.rowCount).toBeGreaterThan(0);
        const eggs = await client.query('select from "R".chicken where egg_id is not null');
        expect(eggs.rowCount).toBe(8);
        const parts = await client.query<{ n: number }>(
          'select count(distinct tableoid)::int as n from "R".events',
        );
        expect(parts.rows).toEqual([{ n: 4 }]);
      });
    });
  });
});
