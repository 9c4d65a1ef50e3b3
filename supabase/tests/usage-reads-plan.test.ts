import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

const year = `'2025-11-01', '2026-11-01'`;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  // A year in which every quarter of an hour has a turn and a call.
  const spans = `(values ('quarter', '15 min'::interval), ('hour', '1 h'), ('day', '1 day')) as w (grain, width),
    lateral generate_series('2025-11-01 00:00+00'::timestamptz, '2026-10-31 23:45+00', w.width) as at`;
  await database.pool.query(
    `insert into catb.usage_turns
     select grain::catb.usage_grain, at, 'routine', 1, 1, 0, 9, 1, 1, 0, 0, 0, 0, 9, 0, 0 from ${spans}`,
  );
  await database.pool.query(
    `insert into catb.usage_calls
     select grain::catb.usage_grain, at, 'p', 'm', 'reply', 1, 1, 0, 0, 0, 9, 0, 0, 9, 0.1, 0, 1, 1 from ${spans}`,
  );
  await database.pool.query('analyze catb.usage_turns, catb.usage_calls');
});
afterAll(() => database.drop());

it.each([
  ['usage_turns', `catb.analytics_turns(${year}, 'day', 'Asia/Kathmandu')`],
  ['usage_turns', `catb.analytics_turns(${year}, 'total', 'UTC')`],
  ['usage_calls', `catb.analytics_calls(${year}, 'day', 'Asia/Kathmandu')`],
  ['usage_calls', `catb.analytics_latency(${year}, 'day', 'Asia/Kathmandu')`],
  ['usage_calls', `catb.analytics_models(${year})`],
])('%s is looked up by its key in %s', async (table, call) => {
  // A connection of its own: the view below counts what a connection did and has not reported yet.
  const client = await database.pool.connect();
  try {
    const { rowCount } = await client.query(`select * from ${call}`);
    expect(rowCount).toBeGreaterThan(0);
    const { rows } = await client.query<{ scans: number; read: number }>(
      `select seq_scan::int as scans, idx_tup_fetch::int as read
       from pg_stat_xact_all_tables where schemaname = 'catb' and relname = $1`,
      [table],
    );
    expect(rows[0]?.scans).toBe(0);
    // Days of UTC inside, hours and quarters at the edges: not the 44,000 rows there are.
    expect(rows[0]?.read).toBeGreaterThan(100);
    expect(rows[0]?.read).toBeLessThan(12_000);
  } finally {
    client.release(true);
  }
});
