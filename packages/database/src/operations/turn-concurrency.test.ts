import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import { CatbError } from '../errors.ts';
import {
  connectAs,
  converse,
  createTestDatabase,
  exampleReply,
  exampleTurn,
  openServer,
  openTurn,
  rowsMustMatch,
  type TestDatabase,
} from '../testing/index.ts';
import { beginTurn } from './begin-turn.ts';
import { createSession } from './create-session.ts';
import { eraseSession } from './erase-session.ts';
import { finishTurn } from './finish-turn.ts';
import { rotateSessionToken } from './rotate-session-token.ts';

let database: TestDatabase;
let server: Database;
let other: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  [server, other] = await Promise.all([openServer(database, 15), openServer(database, 15)]);
});
afterAll(async () => {
  await Promise.all([server.close(), other.close()]);
  await database.drop();
});

const poolOf = (index: number): Database => (index % 2 === 0 ? server : other);

/** The codes of what was refused; anything that is no error of catb is thrown. */
async function codesOf(work: readonly Promise<unknown>[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(work);
  return outcomes.flatMap((outcome) => {
    if (outcome.status === 'fulfilled') return [];
    if (outcome.reason instanceof CatbError) return [outcome.reason.code];
    throw outcome.reason as Error;
  });
}

it('fifty turns at once from two pools have fifty pairs of numbers, each message once', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      converse(poolOf(index), sessionToken, `question ${index}`, `answer ${index}`),
    ),
  );
  const { rows } = await database.pool.query<{ seq: number; role: string; content: string }>(
    'select seq, role::text, content from public.messages where session_id = $1 order by seq',
    [sessionId],
  );
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  const questions = rows.filter(({ role }) => role === 'user').map(({ content }) => content);
  expect(questions.sort()).toEqual(
    Array.from({ length: 50 }, (_, index) => `question ${index}`).sort(),
  );
  for (const { seq, role, content } of rows) {
    expect(role).toBe(seq % 2 === 1 ? 'user' : 'assistant');
    if (role === 'assistant') {
      expect(content.replace('answer', 'question')).toBe(rows[seq - 2]?.content);
    }
  }
});

it('of twenty senders of one key one has the turn, the others are told to wait', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  const message = exampleTurn(sessionToken, 'Hello', { idempotencyKey: 'k' });
  const codes = await codesOf(
    Array.from({ length: 20 }, (_, index) => beginTurn(poolOf(index), message)),
  );
  expect(codes).toEqual(Array.from({ length: 19 }, () => 'turn_in_progress'));
  await rowsMustMatch(
    database.pool,
    'select count(*)::int as messages, max(seq) as newest from public.messages where session_id = $1',
    [{ messages: 2, newest: 2 }],
    [sessionId],
  );
});

it('turns and an erasure at once end with nothing left, and nobody waits for each other', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { sessionId, sessionToken } = await createSession(server);
    const work = Array.from({ length: 12 }, (_, index) => converse(poolOf(index), sessionToken));
    await new Promise((resolve) => setTimeout(resolve, 5 + round * 5));
    const codes = await codesOf([eraseSession(other, sessionToken), ...work]);
    expect(codes.filter((c) => !['session_token_refused', 'turn_superseded'].includes(c))).toEqual(
      [],
    );
    await rowsMustMatch(
      database.pool,
      `select (select count(*)::int from public.messages where session_id = $1) as messages,
              (select count(*)::int from public.model_calls where session_id = $1) as calls`,
      [{ messages: 0, calls: 0 }],
      [sessionId],
    );
  }
});

it('an answer being stored locks its session first, as an erasure does', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  const turn = await openTurn(server, sessionToken);
  await connectAs(database, 'postgres', async (holder) => {
    await holder.query('begin');
    await holder.query('select from public.sessions where id = $1 for update', [sessionId]);
    const finishing = finishTurn(server, exampleReply(turn));
    await waitsForLock();
    // Had it locked the answer before the session, this would be the other half of a deadlock.
    await holder.query('select from public.messages where session_id = $1 for update nowait', [
      sessionId,
    ]);
    await holder.query('commit');
    await finishing;
  });
});

it('of two rotations at once one wins, and only its token opens the session', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  await connectAs(database, 'postgres', async (holder) => {
    await holder.query('begin');
    await holder.query('select from public.sessions where id = $1 for update', [sessionId]);
    const rotating = Promise.allSettled([
      rotateSessionToken(server, sessionToken),
      rotateSessionToken(other, sessionToken),
    ]);
    await waitsForLock(2);
    await holder.query('commit');
    const won = (await rotating).flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
    expect(won).toHaveLength(1);
    await converse(server, won[0]!.sessionToken);
  });
});

it('a turn that waited for a rotation finds its token refused', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  await connectAs(database, 'postgres', async (holder) => {
    await holder.query('begin');
    await holder.query('select public.rotate_session_token($1)', [sessionToken]);
    const turn = expect(beginTurn(server, exampleTurn(sessionToken))).rejects.toMatchObject({
      code: 'session_token_refused',
    });
    await waitsForLock();
    await holder.query('commit');
    await turn;
  });
  await rowsMustMatch(
    database.pool,
    'select last_seq from public.sessions where id = $1',
    [{ last_seq: 0 }],
    [sessionId],
  );
});

/** Until as many statements in this database wait for a lock. */
async function waitsForLock(count = 1): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { rowCount } = await database.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount === count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`There are no ${count} that wait for a lock`);
}
