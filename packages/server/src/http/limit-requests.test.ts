import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    settings: { CATB_REQUESTS_PER_MINUTE: 40, CATB_SESSIONS_PER_HOUR: 5, CATB_TURNS_PER_MINUTE: 3 },
  });
});
afterAll(() => server.stop());

describe('limits', () => {
  test('a session has so many turns a minute, told with the time to wait', async () => {
    const { sessionToken } = await server.newSession();
    for (const n of [1, 2, 3]) expect((await server.chat(sessionToken, `n ${n}`)).status).toBe(200);
    const refused = await server.chat(sessionToken, 'one more');
    expect(refused).toMatchObject({ status: 429, body: { code: 'turn_quota_exceeded' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await server.history(sessionToken)).toHaveLength(6);
  });

  test('an address starts so many sessions an hour, whatever it says it is', async () => {
    const statuses = [];
    for (let n = 0; n < 8; n += 1) {
      const { status } = await server.request('POST', '/session/create', {
        headers: { 'x-forwarded-for': `10.0.0.${n}` },
      });
      statuses.push(status);
    }
    expect(statuses).toContain(429);
    expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(4);
  });

  test('an address has so many requests a minute; health is not counted', async () => {
    let last = await server.request('GET', '/preferences');
    for (let n = 0; n < 45 && last.status !== 429; n += 1)
      last = await server.request('GET', '/preferences');
    expect(last).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await server.request('GET', '/health')).status).toBe(200);
  });
});
