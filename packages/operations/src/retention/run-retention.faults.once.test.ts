import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createSession,
  openDatabase,
  setRetentionPolicy,
  sessionHistory,
  type Database,
} from '@catb/database';
import {
  converse,
  createTestDatabase,
  mustRefuse,
  openServer,
  rowsMustMatch,
  type TestDatabase,
} from '@catb/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runRetention } from './run-retention.ts';
import { storeAgedSession } from './testing/aged-session.ts';

let database: TestDatabase;
let owner: Database;
let server: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase({ url: database.url });
  server = await openServer(database);
  await setRetentionPolicy(owner, { data: 'sessions', keepDays: 30 });
});
afterAll(async () => {
  await Promise.all([owner.close(), server.close()]);
  await database.drop();
});
beforeEach(() =>
  database.pool.query('delete from public.sessions; delete from catb.retention_runs'),
);

const run = () => runRetention({ url: database.url, trustClock: true, share: 1 });
const count = async (what: string): Promise<number> => {
  const { rows } = await database.pool.query<{ n: number }>(
    `select count(*)::integer as n from ${what}`,
  );
  return rows[0]?.n ?? -1;
};

/** So many sessions that are due, with 100 messages each. */
async function storeDue(sessions: number): Promise<void> {
  for (let n = 0; n < sessions; n += 1) {
    await storeAgedSession(database.pool, { daysAgo: 60 + n, turns: 50 });
  }
}

/** No row of a session that is not there, and no session without its messages. */
const nothingIsHalfErased = () =>
  rowsMustMatch(
    database.pool,
    `select s.id from public.sessions s
     where s.last_seq <> (select count(*) from public.messages m where m.session_id = s.id)
        or not exists (select from public.model_calls c where c.session_id = s.id)
        or not exists (select from public.preferences p where p.session_id = s.id)`,
    [],
  );

it('a process that is killed has erased whole sessions; the next run does the rest', async () => {
  await storeDue(20);
  // Its second batch waits for this transaction when it is killed.
  const script = `
    import { runRetention } from ${JSON.stringify(path.resolve(import.meta.dirname, '../../dist/index.js'))};
    await runRetention({ url: process.env.URL, trustClock: true, share: 0.02,
      onProgress: () => process.stdout.write('batch') });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  const left = await count('public.sessions');
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(20);
  await nothingIsHalfErased();
  await waitUntilUnlocked();
  const report = await run();
  expect(report).toMatchObject({ complete: true, removed: { sessions: left } });
  expect(report.vacuumed).toContain('public.messages');
  expect(await count('public.messages')).toBe(0);
});

it('a batch whose connection is lost is rolled back whole', async () => {
  await storeDue(2);
  const blocker = await database.pool.connect();
  await blocker.query('begin; lock table public.preferences in share mode');
  const ran = run().catch((error: unknown) => error);
  for (let killed = 0; killed === 0; await sleep(20)) {
    const { rowCount } = await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'catb retention run' and wait_event_type = 'Lock' and datname = current_database()`,
    );
    killed = rowCount ?? 0;
  }
  expect(await ran).toMatchObject({ code: 'database_unavailable' });
  await blocker.query('commit');
  blocker.release();
  expect(await count('public.sessions')).toBe(2);
  await nothingIsHalfErased();
  expect((await run()).removed).toMatchObject({ sessions: 2 });
});

it('of two runs at once one is refused, and nothing is counted twice', async () => {
  await storeDue(12);
  const outcomes = await Promise.allSettled([run(), run()]);
  const ended = outcomes.map((outcome) =>
    outcome.status === 'fulfilled'
      ? outcome.value.removed['sessions']
      : (outcome.reason as { code: string }).code,
  );
  expect(ended.map(String).sort()).toEqual(['12', 'retention_run_refused']);
});

it('turns that go on meanwhile lose nothing', async () => {
  await storeDue(15);
  const people = await Promise.all(Array.from({ length: 4 }, () => createSession(server)));
  let isOver = false;
  const turns = people.map(async ({ sessionToken }) => {
    let said = 0;
    for (; !isOver || said === 0; said += 1)
      await converse(server, sessionToken, `message ${said}`);
    return said;
  });
  expect((await run()).removed).toMatchObject({ sessions: 15 });
  isOver = true;
  for (const [index, said] of (await Promise.all(turns)).entries()) {
    const { messages } = await sessionHistory(server, {
      sessionToken: people[index]!.sessionToken,
      limit: 200,
    });
    expect(messages.at(-1)?.seq).toBe(2 * said);
  }
});

describe('a clock that may be ahead', () => {
  const distrusting = () => runRetention({ url: database.url });

  it('is refused when nobody came for longer than a week before now, unless it is trusted once', async () => {
    await storeAgedSession(database.pool, { daysAgo: 400 });
    // What came in since the clock is wrong does not make it right.
    await createSession(server);
    await expect(distrusting()).rejects.toMatchObject({ code: 'retention_clock_doubtful' });
    expect(await count('public.sessions')).toBe(2);
    expect((await run()).removed).toMatchObject({ sessions: 1 });
    expect(await distrusting()).toMatchObject({ removed: {} });
  });

  it('is believed where people came in every week', async () => {
    for (let daysAgo = 6; daysAgo < 60; daysAgo += 6) {
      await storeAgedSession(database.pool, { daysAgo });
    }
    expect((await distrusting()).removed).toMatchObject({ sessions: 5 });
  });

  it('is refused when it is a day ahead of that of the caller', async () => {
    await createSession(server);
    await mustRefuse(
      database.pool.query(`select catb.begin_retention(false, now() - interval '25 hours')`),
      'MU074',
    );
  });

  it('that jumps while a run is on changes nothing: a run has one moment', async () => {
    const id = await storeAgedSession(database.pool, { daysAgo: 20 });
    const client = await database.pool.connect();
    try {
      const { rows } = await client.query<{ run_id: string }>(
        'select * from catb.begin_retention(true)',
      );
      const runId = rows[0]?.run_id;
      await client.query(
        `update catb.retention_runs set started_at = started_at - interval '1 hour'`,
      );
      await client.query(
        `update public.sessions set last_active_at = now() - interval '30 days 30 minutes' where id = $1`,
        [id],
      );
      const batch = await client.query<{ removed: object }>(
        `select * from catb.remove_due($1, 'sessions')`,
        [runId],
      );
      expect(batch.rows[0]?.removed).toEqual({});
      await client.query('select catb.finish_retention($1)', [runId]);
      await mustRefuse(
        client.query(`select * from catb.remove_due($1, 'sessions')`, [runId]),
        'MU073',
      );
    } finally {
      client.release();
    }
  });
});

/** The server notices that a killed process is gone when it next writes to it. */
async function waitUntilUnlocked(): Promise<void> {
  while (
    (await count(`pg_locks where locktype = 'advisory' and database =
      (select oid from pg_database where datname = current_database())`)) > 0
  ) {
    await sleep(20);
  }
}
