import { createSession, refreshUsage, type Database } from '@catb/database';
import { converse, openServer } from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

/** A local day, how long it is, and what is odd about it. */
const days: [zone: string, day: string, hours: number][] = [
  ['Europe/Berlin', '2026-03-29', 23],
  ['Europe/Berlin', '2026-10-25', 25],
  ['America/New_York', '2026-03-08', 23],
  ['America/New_York', '2026-11-01', 25],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['Australia/Lord_Howe', '2026-10-04', 23.5],
  ['America/Santiago', '2026-09-06', 23],
  ['Asia/Kolkata', '2026-03-29', 24],
  ['Asia/Kathmandu', '2026-10-25', 24],
  ['Pacific/Apia', '2026-10-25', 24],
  ['UTC', '2026-10-25', 24],
];

/** Where each turn is put: around those days, before, at and after borders of quarters. */
const moments = days.flatMap(([, day], index) =>
  [-14, -5.75, 0.25, 1, 2.5, 12, 18.25, 23].map((hours, at) => {
    const border = Date.parse(day) + hours * 3_600_000;
    return new Date(border + [0, -1, 1][(index + at) % 3]!);
  }),
);

let server: TestServer;
let direct: Database;
beforeAll(async () => {
  server = await startTestServer({ settings: { CATB_ADMIN_KEY: 'the-key' } });
  const { database } = server;
  await refreshUsage({ url: database.url });
  direct = await openServer(database, 2);
  for (const moment of moments) {
    const { sessionToken, sessionId } = await createSession(direct);
    await converse(direct, sessionToken);
    await database.pool.query(
      `with moved as (update public.messages set created_at = $1 where session_id = $2),
            billed as (update public.model_calls set created_at = $1 where session_id = $2)
       update public.sessions set created_at = $1 where id = $2`,
      [moment, sessionId],
    );
  }
  await refreshUsage({ url: database.url });
});
afterAll(async () => {
  await direct.close();
  await server.stop();
});

interface Bucket {
  start: string;
  end: string;
  sessions: number;
  turns: number;
  answersComplete: number;
}

async function usage(query: string): Promise<Bucket[]> {
  const { status, body } = await server.request('GET', `/analytics/usage?${query}`, {
    token: 'the-key',
  });
  expect(status).toBe(200);
  return body.buckets;
}

const sum = (buckets: Bucket[], key: 'sessions' | 'turns' | 'answersComplete') =>
  buckets.reduce((total, bucket) => total + bucket[key], 0);

/** Of the rows themselves, by local days. */
async function storedByDay(zone: string): Promise<Map<string, number>> {
  const { rows } = await server.database.pool.query<{ day: string; turns: number }>(
    `select (created_at at time zone $1)::date::text as day, count(*)::int as turns
     from public.messages where role = 'user' group by 1`,
    [zone],
  );
  return new Map(rows.map(({ day, turns }) => [day, turns]));
}

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe('a local day', () => {
  test.each(days)('in %s, %s has %d hours, and their sum is the day', async (zone, day, hours) => {
    const query = `from=${day}&to=${nextDay(day)}&timezone=${zone}`;
    const [byHour, whole] = await Promise.all([
      usage(`${query}&bucket=hour`),
      usage(`${query}&bucket=day`),
    ]);
    expect(whole).toHaveLength(1);
    const [{ start, end, turns, sessions }] = whole as [Bucket];
    expect((Date.parse(end) - Date.parse(start)) / 3_600_000).toBe(hours);
    if (Number.isInteger(hours)) expect(byHour).toHaveLength(hours);
    expect(byHour[0]!.start).toBe(start);
    expect(byHour.at(-1)!.end).toBe(end);
    for (const [at, bucket] of byHour.slice(1).entries())
      expect(bucket.start).toBe(byHour[at]!.end);
    expect(sum(byHour, 'turns')).toBe(turns);
    expect(turns).toBe((await storedByDay(zone)).get(day) ?? 0);
    expect(turns).toBeGreaterThan(0);
    expect(sessions).toBe(turns);
  });
});

describe('a year', () => {
  const zones = [...new Set(days.map(([zone]) => zone))];
  test.each(zones)('in %s is the sum of its days, weeks and months', async (zone) => {
    const query = `from=2026-01-01&to=2027-01-01&timezone=${zone}`;
    const [byDay, byWeek, byMonth, whole] = await Promise.all(
      ['day', 'week', 'month', 'total'].map((bucket) => usage(`${query}&bucket=${bucket}`)),
    );
    expect(byDay).toHaveLength(365);
    expect(byMonth).toHaveLength(12);
    expect(sum(whole!, 'turns')).toBe(moments.length);
    for (const buckets of [byDay!, byWeek!, byMonth!])
      for (const key of ['turns', 'sessions', 'answersComplete'] as const)
        expect(sum(buckets, key)).toBe(moments.length);
    const stored = await storedByDay(zone);
    const told = byDay!
      .filter(({ turns }) => turns > 0)
      .map(({ start, turns }) => [
        new Date(start).toLocaleDateString('sv', { timeZone: zone }),
        turns,
      ]);
    expect(told).toEqual([...stored].sort());
    // Weeks begin on a Monday of the zone, but for the first, which is cut.
    for (const { start } of byWeek!.slice(1)) {
      const weekday = new Date(start).toLocaleDateString('en', { timeZone: zone, weekday: 'long' });
      expect(weekday).toBe('Monday');
    }
  });
});
