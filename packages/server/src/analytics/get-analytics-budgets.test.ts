import { openDatabase, setBudget } from '@catb/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

const adminKey = 'key-of-the-test';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ settings: { CATB_ADMIN_KEY: adminKey } });
});
afterAll(() => server.stop());

const get = (token?: string, query = '') =>
  server.request('GET', `/analytics/budgets${query}`, token === undefined ? {} : { token });

test('without a budget there is none', async () => {
  expect(await get(adminKey)).toMatchObject({ status: 200, body: { budgets: [] } });
});

test('each budget, what is spent of it, and what it does not see', async () => {
  const owner = openDatabase({ url: server.database.url });
  await setBudget(owner, { period: 'month', limitUsd: '100', atLimit: 'offline-guide' });
  await setBudget(owner, { period: 'day', limitUsd: '5', timezone: 'Europe/Berlin' });
  await owner.close();
  await server.database.pool.query('select catb.count_spending(4.01), catb.count_spending(null)');
  const { status, body } = await get(adminKey);
  expect(status).toBe(200);
  const [day, month] = body.budgets;
  const { periodStart, periodEnd, ...rest } = day;
  expect(rest).toEqual({
    period: 'day',
    limitUsd: '5',
    timezone: 'Europe/Berlin',
    atLimit: 'warn',
    spentUsd: '4.01',
    share: 0.802,
    unknownCalls: 1,
  });
  expect(Date.parse(periodStart)).toBeLessThanOrEqual(Date.now());
  expect(Date.parse(periodEnd)).toBeGreaterThan(Date.now());
  expect(month).toMatchObject({ period: 'month', atLimit: 'offline-guide', share: 0.0401 });
});

test('as a spreadsheet too', async () => {
  const response = await fetch(`${server.url}/analytics/budgets?format=csv`, {
    headers: { authorization: `Bearer ${adminKey}` },
  });
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const [header, day, month] = (await response.text()).split('\r\n');
  expect(header).toBe(
    'period,limitUsd,timezone,atLimit,periodStart,periodEnd,spentUsd,share,unknownCalls',
  );
  expect(day).toMatch(/^day,5,Europe\/Berlin,warn,\S+Z,\S+Z,4.01,0.802,1$/);
  expect(month).toMatch(/^month,100,UTC,offline-guide,/);
});

test('nobody sees them without a key, and a parameter that means nothing is refused', async () => {
  const { sessionToken } = await server.newSession();
  for (const token of [undefined, 'wrong', sessionToken]) {
    expect(await get(token)).toMatchObject({ status: 401, body: { code: 'admin_key_refused' } });
  }
  expect(await get(adminKey, '?from=2026-01-01')).toMatchObject({ status: 400 });
});
