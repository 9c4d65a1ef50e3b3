import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import { createSession } from '../operations/create-session.ts';
import { eraseSession } from '../operations/erase-session.ts';
import { recordFeedback } from '../operations/record-feedback.ts';
import {
  converse,
  createTestDatabase,
  openServer,
  rowsMustMatch,
  storeLateSession,
  type TestDatabase,
} from '../testing/index.ts';
import { refreshUsage } from './refresh-usage.ts';

let database: TestDatabase;
let server: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
  // Before there is anything: a first run counts every quarter since the first session.
  await refreshUsage({ url: database.url });
});
afterAll(async () => {
  await server.close();
  await database.drop();
});
beforeEach(() => database.pool.query('delete from public.sessions'));

/** Everything that is shown of the days, as text. */
async function shown(): Promise<unknown> {
  const { rows } = await database.pool.query(
    `select (select jsonb_agg(u order by u.starts_at, u.triage) from catb.usage_turns u where u.grain <> 'erased') as turns,
            (select jsonb_agg(u order by u.starts_at) from catb.usage_calls u where u.grain <> 'erased') as calls,
            (select jsonb_agg(u order by u.starts_at) from catb.usage_sessions u where u.grain <> 'erased') as sessions,
            (select jsonb_agg(d order by d.day) from catb.daily_sessions d) as days,
            (select jsonb_agg(l order by l.cohort_day, l.messages) from catb.session_lengths l) as lengths,
            (select jsonb_agg(c order by c.cohort_week, c.weeks_after) from catb.weekly_cohorts c) as cohorts`,
  );
  return rows[0];
}

it('what an erased session added stays in every count, to the last unit', async () => {
  const { sessionToken } = await createSession(server);
  const turn = await converse(server, sessionToken);
  await converse(server, sessionToken);
  await recordFeedback(server, { sessionToken, seq: turn.replySeq, rating: 'up' });
  const late = await storeLateSession(database.pool, { at: '2026-02-01T23:50:00Z', turns: 12 });
  await refreshUsage({ url: database.url });
  const before = await shown();
  await eraseSession(server, sessionToken);
  await database.pool.query('delete from public.sessions where id = $1', [late]);
  await refreshUsage({ url: database.url });
  expect(await shown()).toEqual(before);
  await rowsMustMatch(
    database.pool,
    `select * from catb.compare_usage('2020-01-01 00:00Z', '2040-01-01 00:00Z')`,
    [],
  );
});

it('a session that was never counted before its erasure is counted after it', async () => {
  const { sessionToken } = await createSession(server);
  await converse(server, sessionToken);
  await eraseSession(server, sessionToken);
  await refreshUsage({ url: database.url });
  const { rows } = await database.pool.query<{ active: string }>(
    `select active_sessions as active from catb.daily_sessions where day = (now() at time zone 'UTC')::date`,
  );
  expect(Number(rows[0]?.active)).toBeGreaterThanOrEqual(1);
});

it('nothing that names the session is left in any table', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  await converse(server, sessionToken, 'A canary that sings at dawn');
  await refreshUsage({ url: database.url });
  await eraseSession(server, sessionToken);
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'catb') and c.relkind in ('r', 'm')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    if (name.includes('daily_') || name.includes('weekly_')) continue;
    const { rows } = await database.pool.query(
      `select 1 from ${name} t where t::text like '%' || $1 || '%' or t::text like '%canary that sings%'`,
      [sessionId],
    );
    expect(rows, name).toEqual([]);
  }
});

it('demo data can be deleted without a trace', async () => {
  const id = await storeLateSession(database.pool, { at: '2026-05-05T05:05:00Z' });
  await refreshUsage({ url: database.url });
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local catb.forget_usage = 'on'`);
    await client.query('delete from public.sessions where id = $1', [id]);
    await client.query('commit');
  } finally {
    client.release();
  }
  await refreshUsage({ url: database.url });
  await rowsMustMatch(
    database.pool,
    `select 1 from catb.usage_turns where starts_at between '2026-05-05' and '2026-05-06'
     union all select 1 from catb.session_days where day = '2026-05-05'`,
    [],
  );
});

it('conversations that were imported are not usage', async () => {
  const id = await storeLateSession(database.pool, { at: '2026-06-06T06:06:00Z' });
  await database.pool.query(
    `insert into public.imported_conversations (session_id, source, conversation_id) values ($1, 'elsewhere', '1')`,
    [id],
  );
  await database.pool.query('select catb.mark_quarter($1)', ['2026-06-06T06:00:00Z']);
  await refreshUsage({ url: database.url });
  await rowsMustMatch(
    database.pool,
    `select 1 from catb.usage_turns where starts_at between '2026-06-06' and '2026-06-07'
     union all select 1 from catb.daily_sessions where day = '2026-06-06' and active_sessions > 0`,
    [],
  );
});
