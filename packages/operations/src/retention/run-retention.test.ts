import { setTimeout as sleep } from 'node:timers/promises';
import {
  openDatabase,
  placeHold,
  planRetention,
  refreshUsage,
  releaseHold,
  removeRetentionPolicy,
  setRetentionPolicy,
  verifyUsage,
  type Database,
} from '@catb/database';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { runRetention } from './run-retention.ts';
import { storeAgedSession } from './testing/aged-session.ts';

let database: TestDatabase;
let owner: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase({ url: database.url });
});
afterAll(async () => {
  await owner.close();
  await database.drop();
});
beforeEach(async () => {
  await database.pool.query('delete from public.sessions');
  for (const data of ['sessions', 'feedback', 'preferences', 'audit_log'] as const) {
    for (const category of ['emergency', 'other'] as const) {
      await removeRetentionPolicy(owner, data, category);
    }
  }
});

const run = (maxSeconds?: number) =>
  runRetention({ url: database.url, trustClock: true, share: 1, maxSeconds });
const remaining = async (): Promise<string[]> => {
  const { rows } = await database.pool.query<{ id: string }>('select id from public.sessions');
  return rows.map(({ id }) => id).sort();
};

it('without a policy nothing is planned and nothing goes', async () => {
  const id = await storeAgedSession(database.pool, { daysAgo: 4_000 });
  expect(await planRetention(owner)).toEqual([]);
  expect(await run()).toMatchObject({ removed: {}, complete: true });
  expect(await remaining()).toEqual([id]);
});

it('goes by the last activity and the gravest category, and does what the plan said', async () => {
  await setRetentionPolicy(owner, { data: 'sessions', keepDays: 365 });
  await setRetentionPolicy(owner, { data: 'sessions', category: 'emergency', keepDays: null });
  const store = (session: Parameters<typeof storeAgedSession>[1]) =>
    storeAgedSession(database.pool, session);
  await store({ daysAgo: 800, turns: 3, triage: 'routine' });
  await store({ daysAgo: 366, turns: 2 });
  const kept = [
    await store({ daysAgo: 364 }),
    await store({ daysAgo: 900, activeDaysAgo: 300 }),
    await store({ daysAgo: 900, turns: 4, triage: 'emergency' }),
  ].sort();
  const planned = await planRetention(owner);
  const rowsOf = (table: string) =>
    planned.find((one) => one.table === table && one.category === 'other');
  expect(rowsOf('public.sessions')).toMatchObject({ sessions: 2, rows: 2, heldSessions: 0 });
  expect(rowsOf('public.messages')).toMatchObject({ sessions: 2, rows: 10 });
  expect(rowsOf('public.messages')?.bytes).toBeGreaterThan(10 * 60);
  expect(
    planned.filter(({ category }) => category === 'emergency').every(({ rows }) => rows === 0),
  ).toBe(true);
  const report = await run();
  expect(report).toMatchObject({ complete: true, removed: { sessions: 2, messages: 10 } });
  for (const { table, rows } of planned.filter(({ category }) => category === 'other')) {
    expect(report.removed[table.replace('public.', '')], table).toBe(rows);
  }
  expect(await remaining()).toEqual(kept);
  expect(report.vacuumed).toContain('public.messages');
});

it('a hold beats the policy, until it is released', async () => {
  await setRetentionPolicy(owner, { data: 'sessions', keepDays: 30 });
  await setRetentionPolicy(owner, { data: 'feedback', keepDays: 30 });
  const held = await storeAgedSession(database.pool, { daysAgo: 90 });
  await storeAgedSession(database.pool, { daysAgo: 90 });
  const holdId = await placeHold(owner, held, 'a letter of the court');
  expect((await planRetention(owner))[0]).toMatchObject({ sessions: 1, heldSessions: 1 });
  expect((await run()).removed).toMatchObject({ sessions: 1 });
  expect(await remaining()).toEqual([held]);
  const { rows } = await database.pool.query('select comment from public.feedback');
  expect(rows).toEqual([{ comment: 'Marmalade limps' }]);
  await releaseHold(owner, holdId, 'the case is closed');
  expect((await run()).removed).toMatchObject({ sessions: 1, feedback: 1 });
  expect(await remaining()).toEqual([]);
});

it('comments and profiles may go before their session, whose rating stays', async () => {
  await setRetentionPolicy(owner, { data: 'feedback', keepDays: 30 });
  await setRetentionPolicy(owner, { data: 'preferences', keepDays: 60 });
  const id = await storeAgedSession(database.pool, { daysAgo: 45 });
  const planned = await planRetention(owner);
  expect(planned.map(({ data, table, rows }) => [data, table, rows])).toEqual([
    ['feedback', 'public.feedback', 1],
    ['preferences', 'public.preferences', 0],
  ]);
  expect((await run()).removed).toEqual({ feedback_comments: 1 });
  const { rows } = await database.pool.query(
    `select f.rating, f.comment, p.cat_name from public.feedback f
     join public.preferences p using (session_id) where session_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ rating: 'down', comment: null, cat_name: 'Marmalade' }]);
});

it('every figure of the dashboards stays what it was', async () => {
  await setRetentionPolicy(owner, { data: 'sessions', keepDays: 30 });
  for (let day = 31; day < 41; day += 1) {
    await storeAgedSession(database.pool, { daysAgo: day, turns: 3, triage: 'urgent' });
  }
  await storeAgedSession(database.pool, { daysAgo: 2, turns: 1 });
  await refreshUsage({ url: database.url });
  const shown = async () => {
    const { rows } = await database.pool.query(
      `select (select jsonb_agg(u order by u.starts_at, u.triage) from catb.usage_turns u where u.grain = 'day') as turns,
              (select jsonb_agg(u order by u.starts_at) from catb.usage_calls u where u.grain = 'day') as calls,
              (select jsonb_agg(u order by u.starts_at) from catb.usage_sessions u where u.grain = 'day') as sessions,
              (select jsonb_agg(d order by d.day) from catb.daily_sessions d) as days,
              (select jsonb_agg(c order by c.cohort_week, c.weeks_after) from catb.weekly_cohorts c) as cohorts`,
    );
    return rows[0] as unknown;
  };
  const before = await shown();
  expect((await run()).removed).toMatchObject({ sessions: 10, messages: 60 });
  await refreshUsage({ url: database.url });
  expect(await shown()).toEqual(before);
  expect((await verifyUsage({ url: database.url })).differences).toEqual([]);
});

it('entries of the audit log go by their own age; receipts of erasures and what is held stay', async () => {
  await setRetentionPolicy(owner, { data: 'audit_log', keepDays: 400 });
  const held = await storeAgedSession(database.pool, { daysAgo: 900 });
  const holdId = await placeHold(owner, held, 'a letter of the court');
  await database.pool.query(
    `insert into public.audit_log (id, action, actor, session_sha256, at)
     select overlay(gen_random_uuid()::text placing substr(catb.first_uuid_at(e.at)::text, 1, 15) from 1 for 15)::uuid,
            action, 'someone', sha256(convert_to(coalesce(e.session, action), 'UTF8')), e.at
     from unnest(array['transcript_read', 'session_erased']) action,
          lateral (values (now() - interval '300 days', null), (now() - interval '500 days', null),
                          (now() - interval '600 days', $1)) as e(at, session)`,
    [held],
  );
  expect(await planRetention(owner)).toMatchObject([{ table: 'public.audit_log', rows: 1 }]);
  expect((await run()).removed).toEqual({ audit_log: 1 });
  const { rows } = await database.pool.query(
    `select action, count(*)::integer as entries from public.audit_log where actor = 'someone' group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { action: 'session_erased', entries: 3 },
    { action: 'transcript_read', entries: 2 },
  ]);
  await releaseHold(owner, holdId, 'the case is closed');
  expect((await run()).removed).toEqual({ audit_log: 1 });
});

it('ends after so many seconds, and the next run goes on', async () => {
  await setRetentionPolicy(owner, { data: 'sessions', keepDays: 30 });
  for (let n = 0; n < 3; n += 1) await storeAgedSession(database.pool, { daysAgo: 90, turns: 150 });
  const first = await run(0.000_001);
  expect(first).toMatchObject({ complete: false, batches: 1, removed: { sessions: 1 } });
  expect(await run()).toMatchObject({ complete: true, removed: { sessions: 2 } });
});

it('a turn that is in progress keeps its session, and waits for nobody', async () => {
  await setRetentionPolicy(owner, { data: 'sessions', keepDays: 30 });
  const inUse = await storeAgedSession(database.pool, { daysAgo: 90 });
  await storeAgedSession(database.pool, { daysAgo: 91 });
  const turn = await database.pool.connect();
  try {
    await turn.query('begin');
    await turn.query('update public.sessions set last_active_at = now() where id = $1', [inUse]);
    expect((await run()).removed).toMatchObject({ sessions: 1 });
    await turn.query('commit');
  } finally {
    turn.release();
  }
  expect((await run()).removed).toEqual({});
  expect(await remaining()).toEqual([inUse]);
});

it('waits for a migration that has a table, and goes on', async () => {
  await setRetentionPolicy(owner, { data: 'sessions', keepDays: 30 });
  await storeAgedSession(database.pool, { daysAgo: 90 });
  const migration = await database.pool.connect();
  await migration.query('begin; lock table public.messages in access exclusive mode');
  const ran = run();
  await sleep(2_300);
  await migration.query('commit');
  migration.release();
  expect((await ran).removed).toMatchObject({ sessions: 1 });
});
