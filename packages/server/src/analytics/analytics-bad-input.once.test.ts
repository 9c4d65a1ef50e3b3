import { converse, openServer } from '@catb/database/testing';
import { createSession, prepareServerRole, readSettings, refreshUsage } from '@catb/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../start-server.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
let catalogBefore: unknown;
beforeAll(async () => {
  server = await startTestServer({ settings: { CATB_ADMIN_KEY: 'the-key' } });
  const direct = await openServer(server.database, 1);
  const { sessionToken } = await createSession(direct);
  await converse(direct, sessionToken);
  await direct.close();
  await refreshUsage({ url: server.database.url });
  catalogBefore = await catalog();
});
afterAll(() => server.stop());

async function catalog(): Promise<unknown> {
  const { rows } = await server.database.pool.query(
    `select (select count(*) from pg_class where relnamespace <> 'pg_toast'::regnamespace) as relations,
            (select count(*) from pg_proc) as functions, (select count(*) from pg_roles) as roles,
            (select sum(calls) from catb.usage_calls) as calls`,
  );
  return rows;
}

const get = (path: string) => server.request('GET', `/analytics/${path}`, { token: 'the-key' });
const quoted = (text: string) => encodeURIComponent(text);
const leaks = /select |insert |catb\.|pg_|\.ts|\/packages|node:|at .*:\d+/i;

const attacks = [
  `'; drop table catb.usage_calls; --`,
  `' or '1'='1`,
  `offline-guide' or 'a'='a`,
  `$$; drop schema catb cascade; $$`,
  `\\'; select pg_sleep(9); --`,
  `%s %I {0} {{7*7}}`,
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=1+1',
  '../../etc/passwd',
  'null',
  '%',
  '🐈‍⬛ \u202E',
];

describe('a range that can not be', () => {
  test.each([
    ['from after to', 'from=2026-02-01&to=2026-01-01'],
    ['from at to', 'from=2026-01-01&to=2026-01-01'],
    ['from in the future, until now', 'from=2200-01-01'],
    ['100 years', 'from=1926-01-01&to=2026-01-01&bucket=month'],
    ['10 years and a day', 'from=2015-12-30&to=2026-01-01&bucket=month'],
    ['more than 2,000 buckets', 'from=2025-01-01&to=2026-01-01&bucket=hour'],
    ['the year 0', 'from=0000-01-01&to=0000-01-02'],
  ])('%s is refused', async (_, query) => {
    for (const name of ['usage', 'cost']) {
      expect(await get(`${name}?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'analytics_range_invalid', hint: expect.stringMatching(/\.$/) as string },
      });
    }
  });

  test('the longest that can be is answered', async () => {
    const { status, body } = await get('usage?from=2016-12-01&to=2026-12-01');
    expect(status).toBe(200);
    expect(body).toMatchObject({ bucket: 'month' });
    expect(body.buckets).toHaveLength(120);
    expect(body.buckets.reduce((sum: number, { turns }: { turns: number }) => sum + turns, 0)).toBe(
      1,
    );
  });
});

describe('a time zone that is not there', () => {
  test.each([
    'Mars/Olympus',
    'ABC-3',
    'Europe',
    '+02:00',
    'localtime',
    'Europe/Berlin\n',
    ...attacks,
  ])('%j is refused', async (zone) => {
    const answer = await get(`usage?timezone=${quoted(zone)}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'analytics_timezone_unknown' } });
    expect(JSON.stringify(answer.body)).not.toMatch(leaks);
  });
});

describe('a query that is not in the document', () => {
  test.each([
    'from=yesterday',
    'from=now',
    'from=infinity',
    'from=2026-02-30',
    'from=2026-13-01',
    'from=2026-01-01T00:00:00',
    'from=2026-01-01%2000:00',
    'from=20260101',
    'from=1767225600',
    'from=',
    'from=2026-01-01&from=2026-01-02',
    'to[]=2026-01-01',
    'to=%00',
    'bucket=minute',
    'bucket=',
    'timezone=',
    `timezone=${'x'.repeat(65)}`,
    'timezone=UTC%00',
    'format=xml',
    'limit=5',
    'FROM=2026-01-01',
    '__proto__=1',
    'constructor=1',
  ])('%s is refused by name', async (query) => {
    const answer = await get(`usage?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    expect(answer.body.details).toBeTruthy();
    expect(JSON.stringify(answer.body)).not.toMatch(leaks);
  });

  test.each([
    ['summary', 'triage=urgent'],
    ['summary', 'purpose=reply'],
    ['usage', 'provider=x'],
    ['triage', 'model=x'],
    ['feedback', 'purpose=reply'],
    ['latency', 'purpose=reply'],
    ['models', 'triage=urgent'],
    ['retention', 'provider=x'],
  ])('%s takes no filter %s', async (name, query) => {
    expect(await get(`${name}?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'request_invalid' },
    });
  });

  test('a filter with a choice takes nothing else', async () => {
    for (const attack of attacks) {
      const paths = [
        'usage?triage=',
        'feedback?triage=',
        'cost?purpose=',
        'usage?bucket=',
        'cost?to=',
      ];
      for (const answer of await Promise.all(paths.map((path) => get(path + quoted(attack)))))
        expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    }
  });

  test('a name that can not be stored is refused', async () => {
    for (const query of ['provider=%00', 'model=a%00b', `model=${'x'.repeat(401)}`])
      expect((await get(`cost?${query}`)).status).toBe(400);
  });
});

/** What tells that nothing was found, by path. */
const emptyIn: [string, (body: Figures) => boolean][] = [
  ['cost?bucket=total&', ({ totalUsd }) => totalUsd === '0'],
  ['latency?bucket=total&', ({ slowest }) => slowest.length === 0],
  ['models?', ({ models }) => models.length === 0],
  ['summary?', ({ current }) => current.calls === 0 && current.turns === 1],
];
interface Figures {
  totalUsd: string;
  slowest: unknown[];
  models: unknown[];
  current: { calls: number; turns: number };
}

describe('a filter of any text', () => {
  test.each(attacks)('%j is looked for as it is, and does nothing', async (attack) => {
    await Promise.all(
      emptyIn.flatMap(([path, isEmpty]) =>
        ['provider', 'model'].map(async (filter) => {
          const { status, body } = await get(`${path}${filter}=${quoted(attack)}`);
          expect([path, status, isEmpty(body)]).toEqual([path, 200, true]);
        }),
      ),
    );
    expect(await catalog()).toEqual(catalogBefore);
  });
});

test('without a connection of the analyst the figures are not there, and it is told what to do', async () => {
  const other = await startServer({
    settings: { ...readSettings({}), PORT: 0, CATB_ADMIN_KEY: 'the-key', CATB_LOG_LEVEL: 'silent' },
    databaseUrl: await prepareServerRole(server.database.url),
    version: '0',
  });
  try {
    const response = await fetch(`${other.url}/analytics/usage`, {
      headers: { authorization: 'Bearer the-key' },
    });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      code: 'analytics_unavailable',
      hint: expect.stringContaining('CATB_ANALYST_DATABASE_URL') as string,
    });
  } finally {
    await other.stop();
  }
});
