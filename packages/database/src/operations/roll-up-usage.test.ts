import type { Pool } from 'pg';
import pg from 'pg';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Database } from '../connection/pool.ts';
import {
  converse,
  createTestDatabase,
  exampleCall,
  exampleReply,
  exampleTurn,
  openServer,
  openTurn,
  rowsMustMatch,
  storeLateSession,
  type TestDatabase,
} from '../testing/index.ts';
import { beginTurn } from './begin-turn.ts';
import { checkpointTurn } from './checkpoint-turn.ts';
import { createSession } from './create-session.ts';
import { finishTurn } from './finish-turn.ts';
import { recordFeedback } from './record-feedback.ts';
import { rollUpUsage } from './roll-up-usage.ts';
import { sweepStuckTurns } from './sweep-stuck-turns.ts';

let database: TestDatabase;
let server: Database;
beforeEach(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
  // Before there is anything: a first run counts every quarter since the first session.
  await rollUpUsage(server);
});
afterEach(async () => {
  await server.close();
  await database.drop();
});

/** What the days say in all. */
async function counted(): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<Record<string, number>>(
    `select coalesce(sum(turns), 0)::integer as turns, coalesce(sum(answers_complete), 0)::integer as complete,
            coalesce(sum(answers_unfinished), 0)::integer as unfinished, coalesce(sum(answers_failed), 0)::integer as failed,
            coalesce(sum(rated_up), 0)::integer as up, coalesce(sum(rated_down), 0)::integer as down
     from catb.usage_turns where grain = 'day'`,
  );
  return rows[0]!;
}

async function nothingDiffers(): Promise<void> {
  await rowsMustMatch(
    database.pool,
    `select * from catb.compare_usage('2020-01-01 00:00Z', '2040-01-01 00:00Z')`,
    [],
  );
}

/** From now on everything up to this moment is in closed quarters, as it is a while later. */
async function closeEverything(pool: Pool): Promise<void> {
  await rollUpUsage(server);
  await pool.query(
    `select setval('catb.rollup_closed_until', extract(epoch from now())::bigint + 3600)`,
  );
  await pool.query(`update catb.usage_progress set open_from = now() + interval '1 hour'`);
}

it('a turn is counted by the next run, once, and its retry not at all', async () => {
  const { sessionToken } = await createSession(server);
  const key = { idempotencyKey: 'once' };
  const turn = await openTurn(server, sessionToken, 'Hello', key);
  await rollUpUsage(server);
  expect(await counted()).toMatchObject({ turns: 1, complete: 0, unfinished: 1 });
  await finishTurn(server, exampleReply(turn));
  await beginTurn(server, exampleTurn(sessionToken, 'Hello', key));
  await rollUpUsage(server);
  await rollUpUsage(server);
  expect(await counted()).toMatchObject({ turns: 1, complete: 1, unfinished: 0 });
  await nothingDiffers();
});

it('rows that come late are counted where they belong, whoever writes them', async () => {
  const id = await storeLateSession(database.pool, { at: '2026-03-29T00:59:00Z', turns: 30 });
  expect(await counted()).toMatchObject({ turns: 0 });
  await rollUpUsage(server);
  expect(await counted()).toMatchObject({ turns: 30, complete: 30 });
  await database.pool.query(
    `update public.messages set created_at = created_at + interval '3 hours', triage_category = 'urgent'
     where session_id = $1 and seq = 1`,
    [id],
  );
  await database.pool.query(`delete from public.model_calls where session_id = $1 and seq = 4`, [
    id,
  ]);
  await rollUpUsage(server);
  await nothingDiffers();
  await rowsMustMatch(
    database.pool,
    `select starts_at, triage, turns::integer from catb.usage_turns
     where grain = 'hour' and (triage = 'urgent' or starts_at = '2026-03-29 00:00Z') order by 1, 2`,
    [
      { starts_at: new Date('2026-03-29T00:00:00Z'), triage: 'urgent', turns: 0 },
      { starts_at: new Date('2026-03-29T03:00:00Z'), triage: 'urgent', turns: 1 },
    ],
  );
});

it('an answer, a checkpoint, a sweep and a rating change an hour that was closed', async () => {
  const { sessionToken } = await createSession(server);
  const answered = await openTurn(server, sessionToken, 'One');
  const swept = await openTurn(server, sessionToken, 'Two');
  await closeEverything(database.pool);
  await finishTurn(server, exampleReply(answered));
  await rollUpUsage(server);
  expect(await counted()).toMatchObject({ turns: 2, complete: 1, unfinished: 1 });
  await checkpointTurn(server, { ...swept, replySoFar: 'So far', tokenCount: 2 });
  await rollUpUsage(server);
  await nothingDiffers();
  await sweepStuckTurns(server, { apology: 'Sorry.', olderThanSeconds: 0 });
  await recordFeedback(server, { sessionToken, seq: answered.replySeq, rating: 'up' });
  await rollUpUsage(server);
  expect(await counted()).toMatchObject({ complete: 1, unfinished: 0, up: 1 });
  await recordFeedback(server, { sessionToken, seq: answered.replySeq, rating: 'down' });
  await rollUpUsage(server);
  expect(await counted()).toMatchObject({ up: 0, down: 1 });
  await nothingDiffers();
});

it('a clock that goes back writes into closed quarters, and is counted', async () => {
  await closeEverything(database.pool);
  const { sessionToken } = await createSession(server);
  await converse(server, sessionToken);
  expect(await rollUpUsage(server)).toMatchObject({ waiting: 0 });
  expect(await counted()).toMatchObject({ turns: 1, complete: 1 });
  await nothingDiffers();
});

it('a quarter is not closed while a transaction that saw it open goes on', async () => {
  const quarterBegan = `date_bin('15 minutes', now() - interval '40 minutes', '2000-01-01 00:00Z')`;
  await database.pool.query(`update catb.usage_progress set open_from = ${quarterBegan}`);
  await database.pool.query(
    `select setval('catb.rollup_closed_until', extract(epoch from ${quarterBegan})::bigint)`,
  );
  const slow = new pg.Client({ connectionString: database.url });
  await slow.connect();
  try {
    await slow.query('begin');
    await slow.query(
      `with s as (
         insert into public.sessions (created_at, expires_at, secret_sha256)
         values (${quarterBegan} + interval '1 minute', now() + interval '1 day', sha256('x')) returning id, created_at)
       insert into public.model_calls (session_id, created_at, seq, purpose, provider, model, request_id, usage_certainty,
         cost_certainty, input_tokens, cached_input_tokens, cache_write_tokens, output_tokens, latency_ms, finish_reason)
       select id, created_at, 2, 'reply', 'p', 'm', 'r', 'unknown', 'unknown', 1, 0, 0, 1, 5, 'stop' from s`,
    );
    for (let run = 0; run < 5; run += 1) await rollUpUsage(server);
    const isClosed = `select open_from > ${quarterBegan} as closed from catb.usage_progress`;
    await rowsMustMatch(database.pool, isClosed, [{ closed: false }]);
    await rowsMustMatch(database.pool, 'select count(*)::integer as marks from catb.usage_marks', [
      { marks: 0 },
    ]);
    await slow.query('commit');
    // Transactions of other databases of the same server count too.
    await vi.waitFor(
      async () => {
        await rollUpUsage(server);
        await rowsMustMatch(database.pool, isClosed, [{ closed: true }]);
      },
      { timeout: 20_000 },
    );
  } finally {
    await slow.end();
  }
  await rowsMustMatch(
    database.pool,
    `select calls::integer, unknown_calls::integer, cost_usd from catb.usage_calls where grain = 'day'`,
    [{ calls: 1, unknown_calls: 1, cost_usd: '0' }],
  );
  await nothingDiffers();
});

it('servers that count at once, with turns, late rows and erasures between, never drift', async () => {
  const sessions = await Promise.all(Array.from({ length: 8 }, () => createSession(server)));
  const talk = sessions.map(async ({ sessionToken }, index) => {
    for (let turn = 0; turn < 6; turn += 1) {
      const open = await openTurn(server, sessionToken, `Message ${turn}`);
      await finishTurn(
        server,
        exampleReply(open, 'Yes.', { call: exampleCall({ latencyMs: 10 * turn + index }) }),
      );
    }
    if (index % 2 === 0) {
      await server.pool.query('select public.erase_session($1)', [sessionToken]);
    }
  });
  const late = [1, 2, 3, 4].map((day) =>
    storeLateSession(database.pool, { at: `2026-04-0${day}T10:14:30Z`, turns: 5 }),
  );
  const counting = Array.from({ length: 3 }, async () => {
    for (let run = 0; run < 8; run += 1) await rollUpUsage(server);
  });
  await Promise.all([...talk, ...late, ...counting]);
  await rollUpUsage(server);
  expect(await counted()).toMatchObject({ turns: 8 * 6 + 4 * 5, complete: 8 * 6 + 4 * 5 });
  await nothingDiffers();
});
