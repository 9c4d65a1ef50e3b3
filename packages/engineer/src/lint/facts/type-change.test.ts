import type { TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCatalogDatabase } from '../testing/catalog-database.ts';
import { verdictsOf } from '../testing/lint-text.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createCatalogDatabase();
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
