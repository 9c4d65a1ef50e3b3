import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import { createSession } from '../operations/create-session.ts';
import { rollUpUsage } from '../operations/roll-up-usage.ts';
import {
  converse,
  createTestDatabase,
  openServer,
  storeLateSession,
  type TestDatabase,
} from '../testing/index.ts';
import { verifyUsage } from './verify-usage.ts';

let database: TestDatabase;
let server: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
  await rollUpUsage(server);
  await storeLateSession(database.pool, { at: '2026-11-01T12:00:00Z', turns: 3 });
  const { sessionToken } = await createSession(server);
  await converse(server, sessionToken);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const verify = (more: { from?: string; to?: string; repair?: boolean } = {}) =>
  verifyUsage({ url: database.url, from: '2026-10-31', ...more });

it('counts what waits first, and then finds nothing', async () => {
  const result = await verify();
  expect(result).toMatchObject({ from: '2026-10-31', differences: [], repaired: 0 });
  expect(result.days).toBeGreaterThan(20);
});

it('finds a rollup that somebody changed, says what it should be, and repairs it', async () => {
  await database.pool.query(
    `update catb.usage_turns set turns = turns + 1 where grain = 'hour' and starts_at = '2026-11-01 12:00Z'`,
  );
  await database.pool.query(`delete from catb.session_days where day = '2026-11-01'`);
  const found = await verify({ to: '2026-11-03' });
  expect(
    found.differences.map(({ rollup, grain, stored }) => [rollup, grain, stored === null]),
  ).toEqual([
    ['session_days', 'day', true],
    ['usage_turns', 'day', false],
    ['usage_turns', 'hour', false],
  ]);
  expect(JSON.stringify(found.differences)).toContain('"turns":4');
  const repaired = await verify({ to: '2026-11-03', repair: true });
  expect(repaired).toMatchObject({ differences: [], repaired: 3 });
  expect(await verify({ to: '2026-11-03' })).toMatchObject({ differences: [] });
});

it('finds what a trigger did not see', async () => {
  await database.pool.query('alter table public.model_calls disable trigger user');
  await database.pool.query('update public.model_calls set output_tokens = output_tokens + 1');
  await database.pool.query('alter table public.model_calls enable trigger user');
  const { differences } = await verify({ from: '2026-11-01', to: '2026-11-02' });
  expect(differences.map(({ rollup, grain }) => [rollup, grain])).toContainEqual([
    'usage_calls',
    'quarter',
  ]);
  expect(await verify({ repair: true })).toMatchObject({ differences: [] });
});

it('traffic and counting meanwhile make no difference', async () => {
  let stop = false;
  const traffic = (async () => {
    const { sessionToken } = await createSession(server);
    while (!stop) await converse(server, sessionToken);
  })();
  try {
    for (let run = 0; run < 3; run += 1) {
      expect(await verify({ from: '2026-11-20' })).toMatchObject({ differences: [] });
    }
  } finally {
    stop = true;
    await traffic;
  }
});

it('a range without a day is refused, and so is a server that is not there', async () => {
  await expect(verify({ from: '2026-11-02', to: '2026-11-01' })).rejects.toMatchObject({
    code: 'analytics_range_invalid',
  });
  await expect(verifyUsage({ url: 'postgresql://nobody@127.0.0.1:1/none' })).rejects.toMatchObject({
    code: 'DATABASE_UNREACHABLE',
  });
});
