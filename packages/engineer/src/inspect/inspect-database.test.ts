import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEmptyDatabase, type TestDatabase } from '@catb/database/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withTarget } from '../target/open-target.ts';
import { compareObjects } from './compare-objects.ts';
import { findRelation } from './find-relation.ts';
import { createPaint } from './format-text.ts';
import { inspectDatabase } from './inspect-database.ts';
import type { Inspection } from './inspection.ts';
import { listObjects } from './list-objects.ts';
import type { TableInspection } from './relation-inspection.ts';
import { renderRelation } from './render-relation.ts';
import { renderSummary } from './render-summary.ts';
import { serializeSnapshot, toSnapshot } from './to-snapshot.ts';

const fixture = join(import.meta.dirname, '..', '..', 'fixtures', 'inspect', 'strange.sql');
const schema = 'Kätzchen & co';
const longest = 'mood of a name that has as many letters as a name may have, 63!';

let database: TestDatabase;
let owner: pg.Client;
let inspection: Inspection;

const inspect = (url = database.url) => withTarget(url, inspectDatabase);

beforeAll(async () => {
  database = await createEmptyDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(readFileSync(fixture, 'utf8'));
  inspection = await inspect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

function tableOf(name: string): TableInspection {
  const found = inspection.tables.find((table) => table.schema === schema && table.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

describe('an inspection', () => {
  it('tells columns in their order, with type, default, identity and expression', () => {
    const cats = tableOf('🐱 cats');
    expect(cats.columns.map(({ name }) => name)).toEqual([
      'the id',
      'select',
      'line\nbreak',
      longest,
      'mother',
      'name*',
      'name+',
    ]);
    expect(cats.columns[0]).toMatchObject({ type: 'bigint', identity: 'always', nullable: false });
    expect(cats.columns[2]?.default).toBe(`'a "quoted" | piped value'::text`);
    expect(cats.columns[5]).toMatchObject({ default: null, generated: 'upper("select")' });
  });

  it('tells keys with what they refer to and what happens then', () => {
    const cats = tableOf('🐱 cats');
    expect(cats.primaryKey?.columns).toEqual(['the id']);
    expect(cats.uniques.map(({ columns }) => columns)).toEqual([['select']]);
    expect(cats.foreignKeys).toMatchObject([
      { columns: ['mother'], schema, table: '🐱 cats', refersTo: ['the id'], onDelete: 'set null' },
    ]);
    expect(cats.checks.map(({ name }) => name)).toEqual(['never "empty"']);
  });

  it('tells indexes with their expressions, included columns and predicate', () => {
    const index = tableOf("Cat's passport").indexes.find(({ name }) =>
      name.startsWith('by number'),
    );
    expect(index).toMatchObject({
      columns: ['lower(number)'],
      included: ['cat'],
      predicate: '(number IS NOT NULL)',
      isUnique: false,
      isValid: true,
    });
  });

  it('folds partitions into their parent, keys that they inherited included', () => {
    expect(tableOf('visits').partitions.map(({ name }) => name)).toEqual([
      'visits 2025',
      'visits 2026',
    ]);
    expect(tableOf('visits 2025')).toMatchObject({
      partitionOf: { name: 'visits' },
      foreignKeys: [],
    });
  });

  it('tells policies, triggers, views, functions, types, sequences and publications', () => {
    expect(tableOf('🐱 cats').policies).toMatchObject([
      { name: 'Cats are "seen" by all', command: 'select', roles: ['public'], using: 'true' },
    ]);
    expect(tableOf('🐱 cats').triggers).toMatchObject([{ name: 'after "it"', state: 'enabled' }]);
    expect(inspection.views).toMatchObject([
      { name: 'count', kind: 'materialized view' },
      { name: 'hungry ones', options: ['security_invoker=true'] },
    ]);
    expect(inspection.functions.find(({ name }) => name === 'feed "all"')).toMatchObject({
      security: 'definer',
      volatility: 'stable',
      searchPath: '""',
    });
    expect(inspection.types).toMatchObject([{ labels: ['sleepy', "it's hungry", '😾'] }]);
    expect(inspection.sequences.find(({ name }) => name === 'next litter')).toMatchObject({
      increment: '5',
      ownedBy: null,
    });
    expect(inspection.publications).toMatchObject([
      { name: 'for "others"', tables: [`"${schema}"."Cat's passport"`] },
    ]);
  });

  it('tells rows, sizes and about how much of them is bloat, once they were counted', async () => {
    const measure = async (statements: string[]) => {
      for (const statement of statements) await owner.query(statement);
      return (await inspect()).tables.find(({ name }) => name === 'measured')?.measured;
    };
    const full = await measure([
      `create table public.measured as
         select n, repeat('x', 100) as text from generate_series(1, 5000) n`,
      'vacuum full public.measured',
      'analyze public.measured',
    ]);
    const half = await measure([
      'delete from public.measured where n % 2 = 0',
      'vacuum (analyze) public.measured',
    ]);
    await owner.query('drop table public.measured');
    expect(full).toMatchObject({ rows: 5000, indexBytes: 0 });
    expect(full?.heapBytes).toBeGreaterThan(650_000);
    expect(full?.bloatBytes).toBeLessThan(30_000);
    expect(half).toMatchObject({ rows: 2500, heapBytes: full?.heapBytes });
    expect(half?.bloatBytes).toBeGreaterThan(300_000);
  });
});

describe('a snapshot', () => {
  it('stays the same to the letter while only rows and statistics change', async () => {
    const before = serializeSnapshot(toSnapshot(await inspect()));
    await owner.query(`insert into "${schema}"."🐱 cats" ("select") values ('Misha'); analyze`);
    expect(serializeSnapshot(toSnapshot(await inspect()))).toBe(before);
    expect(before).not.toContain('measured');
  });

  it.each([
    ['alter table "Kätzchen & co".visits add x int', 'new', `column x on "${schema}".visits`],
    [
      'drop policy "Cats are ""seen"" by all" on "Kätzchen & co"."🐱 cats"',
      'missing',
      `policy "Cats are ""seen"" by all" on "${schema}"."🐱 cats"`,
    ],
    [
      'alter table "Kätzchen & co".visits enable row level security',
      'changed',
      `table "${schema}".visits`,
    ],
    [
      'revoke execute on function "Kätzchen & co".touch() from public',
      'changed',
      `function "${schema}".touch()`,
    ],
  ])('shows %s as %s', async (change, kind, object) => {
    const copy = await createEmptyDatabase();
    const client = new pg.Client({ connectionString: copy.url });
    await client.connect();
    await client.query(readFileSync(fixture, 'utf8'));
    const before = listObjects(toSnapshot(await inspect(copy.url)));
    await client.query(change);
    const after = listObjects(toSnapshot(await inspect(copy.url)));
    await client.end();
    await copy.drop();
    expect(compareObjects(before, after)).toContainEqual(
      expect.objectContaining({ change: kind, object }),
    );
  });
});

describe('what a person reads', () => {
  const plain = createPaint(false);

  it('has a line for each table, and none for a partition', () => {
    const text = renderSummary(inspection, plain);
    expect(text).toContain('visits (2 partitions)');
    expect(text).not.toContain('visits 2025');
    expect(text).toMatch(/🐱 cats".+ on +1 /);
  });

  it('has a table in full under any way to write its name', () => {
    for (const name of ['🐱 cats', '"🐱 cats"', `"${schema}"."🐱 cats"`, `${schema}.🐱 cats`]) {
      const text = renderRelation(findRelation(inspection, name), inspection, plain);
      expect(text).toContain('on delete set null');
    }
  });

  it('has the names that are alike when a table is not there', () => {
    expect(() => findRelation(inspection, 'visit')).toThrow(
      expect.objectContaining({
        code: 'RELATION_UNKNOWN',
        hint: expect.stringContaining(`"${schema}".visits`) as string,
      }),
    );
  });
});
