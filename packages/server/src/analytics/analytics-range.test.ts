import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ settings: { CATB_ADMIN_KEY: 'the-key' } });
});
afterAll(() => server.stop());

const get = (path: string) => server.request('GET', `/analytics/${path}`, { token: 'the-key' });

describe('a time', () => {
  test('is a moment with its offset, the plus sign encoded or not', async () => {
    const utc = await get('usage?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z');
    expect(utc.body).toMatchObject({ from: '2026-01-01T00:00:00.000Z', bucket: 'hour' });
    expect(utc.body.buckets).toHaveLength(24);
    for (const plus of ['%2B', '+', ' ']) {
      const { body } = await get(
        `usage?from=2026-01-01T02:00:00${plus}02:00&to=2026-01-02T00:00:00Z`,
      );
      expect(body).toEqual({ ...utc.body, asOf: body.asOf });
    }
  });

  test('is moved outwards to whole quarters of an hour, and the answer says so', async () => {
    const { body } = await get('usage?from=2026-01-01T00:07:31Z&to=2026-01-01T00:16:00Z');
    expect(body).toMatchObject({
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-01-01T00:30:00.000Z',
    });
  });

  test('left out means the last seven whole days and today, until now', async () => {
    const { body } = await get('usage?timezone=Asia/Kathmandu');
    const kathmandu = (time: string) =>
      new Date(time).toLocaleString('sv', { timeZone: 'Asia/Kathmandu' });
    expect(kathmandu(body.from)).toMatch(/ 00:00:00$/);
    expect(body.buckets).toHaveLength(8);
    expect(Math.abs(Date.parse(body.to) - Date.now())).toBeLessThan(16 * 60_000);
    const before = await get('usage?to=2026-03-10');
    expect(before.body).toMatchObject({ from: '2026-03-03T00:00:00.000Z', bucket: 'day' });
  });

  test.each([
    ['2026-01-01', '2026-01-03', 'hour'],
    ['2026-01-01', '2026-01-04', 'day'],
    ['2026-01-01', '2026-04-03', 'day'],
    ['2026-01-01', '2026-04-04', 'week'],
    ['2025-01-01', '2027-01-01', 'week'],
    ['2025-01-01', '2027-01-03', 'month'],
  ])('from %s to %s comes in buckets of a %s', async (from, to, bucket) => {
    expect((await get(`usage?from=${from}&to=${to}`)).body.bucket).toBe(bucket);
  });
});
