import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import {
  createTestDatabase,
  exampleReply,
  openServer,
  openTurn,
  rowsMustMatch,
  type TestDatabase,
} from '../testing/index.ts';
import { checkpointTurn } from './checkpoint-turn.ts';
import { createSession } from './create-session.ts';
import { finishTurn } from './finish-turn.ts';
import { sweepStuckTurns } from './sweep-stuck-turns.ts';

let database: TestDatabase;
let server: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const sweep = (olderThanSeconds: number) =>
  sweepStuckTurns(server, { apology: 'Interrupted.', olderThanSeconds });

async function answerMustBe(sessionId: string, state: string, content: string): Promise<void> {
  await rowsMustMatch(
    database.pool,
    'select state::text, content from public.messages where session_id = $1 and seq = 2',
    [{ state, content }],
    [sessionId],
  );
}

it('an answer without a word becomes the apology, and a slow process may still finish it', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  const turn = await openTurn(server, sessionToken);
  expect(await sweep(0)).toBe(1);
  await answerMustBe(sessionId, 'failed', 'Interrupted.');
  await finishTurn(server, exampleReply(turn, 'Late but whole.'));
  await answerMustBe(sessionId, 'complete', 'Late but whole.');
});

it('an answer with words is kept as aborted, and stays as it was shown', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  const turn = await openTurn(server, sessionToken);
  await checkpointTurn(server, { ...turn, replySoFar: 'So far', tokenCount: 2 });
  expect(await sweep(0)).toBe(1);
  await answerMustBe(sessionId, 'aborted', 'So far');
  await expect(finishTurn(server, exampleReply(turn))).rejects.toMatchObject({
    code: 'turn_superseded',
  });
  await answerMustBe(sessionId, 'aborted', 'So far');
});

it('a retry after the sweep takes the turn from the slow process', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  const key = { idempotencyKey: 'k' };
  const slow = await openTurn(server, sessionToken, 'Hello', key);
  await sweep(0);
  const retry = await openTurn(server, sessionToken, 'Hello', key);
  await expect(finishTurn(server, exampleReply(slow))).rejects.toMatchObject({
    code: 'turn_superseded',
  });
  await finishTurn(server, exampleReply(retry, 'Hi.'));
  await answerMustBe(sessionId, 'complete', 'Hi.');
});

it('a young answer is left alone', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  await openTurn(server, sessionToken);
  expect(await sweep(60)).toBe(0);
  await answerMustBe(sessionId, 'pending', '');
  expect(await sweep(0)).toBe(1);
});

it('of several servers that sweep at once each answer is closed by one', async () => {
  const turns = 12;
  for (let index = 0; index < turns; index += 1) {
    const { sessionToken } = await createSession(server);
    await openTurn(server, sessionToken);
  }
  const closed = await Promise.all([sweep(0), sweep(0), sweep(0), sweep(0)]);
  expect(closed.reduce((sum, count) => sum + count, 0)).toBe(turns);
});
