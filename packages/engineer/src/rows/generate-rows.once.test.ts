import { describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '@catb/database/testing';
import { readFixture } from '../copy/testing/with-fixtures.ts';
import { withClient } from '../copy/with-client.ts';
import type { GeneratedRows, RowOptions } from './generated-rows.ts';
import { generateRows } from './generate-rows.ts';

async function generateIn<T>(
  script: string,
  options: Partial<RowOptions>,
  run: (rows: GeneratedRows, read: (query: string) => Promise<unknown[]>) => T | Promise<T>,
): Promise<T> {
  const database: TestDatabase = await createEmptyDatabase();
  try {
    return await withClient(database.superuserUrl, async (client) => {
      await client.query(script);
      const rows = await generateRows(client, { groups: 2, rowsPerGroup: 4, seed: 1, ...options });
      return await run(
        rows,
        async (query) => (await client.query<Record<string, unknown>>(query)).rows,
      );
    });
  } finally {
    await database.drop();
  }
}

describe('tables that can have no rows', () => {
  it('are named, each with the constraint that nothing fulfils and what was tried', async () => {
    const problems = await generateIn(readFixture('copy/rows-impossible'), {}, ({ tables }) =>
      tables.map(({ table, rows, problem }) => [table, rows.length, problem]),
    );
    expect(problems).toEqual([
      [
        'contradiction',
        0,
        expect.stringMatching(/^constraint "never": nothing .* \(tried \d+ values of a\)$/),
      ],
      ['failing', 0, expect.stringMatching(/^constraint "fails_always": no number is good/)],
      ['fine', 8, null],
      ['secret', 0, expect.stringMatching(/^constraint "guess_me": nothing/)],
      ['swallowed', 8, 'made with its triggers off: a trigger let no row through'],
      ['may_do_without', 8, null],
      ['needs_contradiction', 0, 'foreign key "to_nothing": the table it refers to has no rows'],
    ]);
  });
});

describe('rows', () => {
  const script = `
    create table t (id int primary key, name text, amount numeric, at timestamptz, tags text[], known text not null);
    create table child (t_id int not null references t, n int, primary key (t_id, n));`;

  it('are the same for the same seed, and others for another', async () => {
    const rowsOf = (seed: number) =>
      generateIn(script, { seed }, (_, read) =>
        read('select t.*, c.* from t join child c on t_id = id order by 1, c.n'),
      );
    const first = await rowsOf(3);
    expect(await rowsOf(3)).toEqual(first);
    expect(await rowsOf(4)).not.toEqual(first);
  });

  it('hit edges: null, empty, long and strange texts, zero and infinity', async () => {
    await generateIn(script, { rowsPerGroup: 6 }, async (_, read) => {
      const [edges] =
        await read(`select bool_or(name is null) as "null", bool_or(known = '') as empty,
        bool_or(length(known) > 2000) as long, bool_or(amount = 0) as zero, bool_or(at = 'infinity' or at > '9000-01-01') as far,
        bool_or(tags = '{}') as "noTags" from t`);
      expect(edges).toEqual({
        null: true,
        empty: true,
        long: true,
        zero: true,
        far: true,
        noTags: true,
      });
    });
  });

  it('take the values that the caller fixes, and rows that refer to them follow', async () => {
    const fix: RowOptions['fix'] = ({ table, column }, group, index) =>
      table === 't' && column === 'id'
        ? group * 100 + index
        : table === 't' && column === 'name'
          ? null
          : undefined;
    await generateIn(script, { fix }, async (rows, read) => {
      expect(await read('select id, name from t order by id')).toEqual(
        [0, 1, 2, 3, 100, 101, 102, 103].map((id) => ({ id, name: null })),
      );
      expect(await read('select distinct t_id / 100 as g from child order by 1')).toEqual([
        { g: 0 },
        { g: 1 },
      ]);
      const child = rows.tables.find(({ table }) => table === 'child');
      expect(
        child?.rows.every(({ key, group }) => Math.floor(Number(key?.['t_id']) / 100) === group),
      ).toBe(true);
    });
  });

  it('leave the connection as it was', async () => {
    await generateIn('create table x (a int)', {}, async (_, read) => {
      expect(
        await read(
          `select current_setting('statement_timeout') as t, to_regprocedure('pg_temp.catb_try(text, boolean)') as f`,
        ),
      ).toEqual([{ t: '0', f: null }]);
    });
  });
});
