import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import {
  createTestDatabase,
  exampleCall,
  exampleReply,
  exampleTurn,
  openServer,
  openTurn,
  rowsMustMatch,
  type TestDatabase,
} from '../testing/index.ts';
import { beginTurn } from './begin-turn.ts';
import { createSession } from './create-session.ts';
import { failTurn } from './fail-turn.ts';
import { finishTurn } from './finish-turn.ts';

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

const key = { idempotencyKey: 'one message' };

it('a retry of an answered turn returns its reply, and who gave it', async () => {
  const { sessionId, sessionToken } = await createSession(server);
  const turn = await openTurn(server, sessionToken, 'Hello', { ...key, redFlags: ['a', 'b'] });
  const call = exampleCall({ provider: 'anthropic', model: 'mu-1' });
  await finishTurn(server, exampleReply(turn, 'Hi.', { truncated: true, call }));

  expect(await beginTurn(server, exampleTurn(sessionToken, 'Hello', key))).toEqual({
    isAnswered: true,
    sessionId,
    seq: 1,
    replySeq: 2,
    state: 'complete',
    reply: 'Hi.',
    truncated: true,
    triageCategory: 'routine',
    redFlags: ['a', 'b'],
    model: { provider: 'anthropic', name: 'mu-1' },
  });
  await rowsMustMatch(
    database.pool,
    'select last_seq from public.sessions where id = $1',
    [{ last_seq: 2 }],
    [sessionId],
  );
});

it('a retry of an aborted turn returns what was streamed', async () => {
  const { sessionToken } = await createSession(server);
  const turn = await openTurn(server, sessionToken, 'Hello', key);
  await finishTurn(server, exampleReply(turn, 'Hi, I', { aborted: true }));
  expect(await beginTurn(server, exampleTurn(sessionToken, 'Hello', key))).toMatchObject({
    isAnswered: true,
    state: 'aborted',
    reply: 'Hi, I',
  });
});

it('a retry of a failed turn is a new attempt at the same message, with the same context', async () => {
  const { sessionToken } = await createSession(server);
  const first = await openTurn(server, sessionToken, 'Hello', key);
  await failTurn(server, { ...first, apology: 'Sorry.', tokenCount: 2, call: exampleCall() });
  await openTurn(server, sessionToken, 'And another thing');

  const second = await openTurn(server, sessionToken, 'Hello', key);
  expect(second).toMatchObject({ seq: 1, replySeq: 2 });
  expect(second.context).toEqual([{ role: 'user', content: 'Hello' }]);
  expect(second.attemptId).not.toBe(first.attemptId);
  await expect(finishTurn(server, exampleReply(first))).rejects.toMatchObject({
    code: 'turn_superseded',
  });
  await finishTurn(server, exampleReply(second, 'Hi.'));
  await expect(beginTurn(server, exampleTurn(sessionToken, 'Hello', key))).resolves.toMatchObject({
    reply: 'Hi.',
  });
});

it('a retry while the turn is being answered is told how long to wait', async () => {
  const { sessionToken } = await createSession(server);
  await openTurn(server, sessionToken, 'Hello', key);
  await expect(
    beginTurn(server, exampleTurn(sessionToken, 'Hello', { ...key, leaseSeconds: 30 })),
  ).rejects.toMatchObject({
    code: 'turn_in_progress',
    status: 409,
    details: expect.stringMatching(/^Try again in (29|30) s\.$/) as string,
  });
});

it('a retry after the lease takes the turn over, and the first attempt has lost it', async () => {
  const { sessionToken } = await createSession(server);
  const first = await openTurn(server, sessionToken, 'Hello', key);
  const second = await openTurn(server, sessionToken, 'Hello', { ...key, leaseSeconds: 0 });
  expect(second.seq).toBe(first.seq);
  await expect(finishTurn(server, exampleReply(first))).rejects.toMatchObject({
    code: 'turn_superseded',
    status: 409,
  });
  await finishTurn(server, exampleReply(second));
});

it('a key that was used for a different message is refused', async () => {
  const { sessionToken } = await createSession(server);
  await openTurn(server, sessionToken, 'Hello', key);
  await expect(beginTurn(server, exampleTurn(sessionToken, 'Goodbye', key))).rejects.toMatchObject({
    code: 'idempotency_key_reused',
    status: 409,
  });
});

it('the same key in another session is another message', async () => {
  const one = await createSession(server);
  const two = await createSession(server);
  await openTurn(server, one.sessionToken, 'Hello', key);
  expect((await openTurn(server, two.sessionToken, 'Goodbye', key)).seq).toBe(1);
});

it.each([
  ['empty', ''],
  ['of 201 characters', 'k'.repeat(201)],
])('a key that is %s is refused', async (_name, idempotencyKey) => {
  const { sessionToken } = await createSession(server);
  await expect(
    beginTurn(server, exampleTurn(sessionToken, 'Hello', { idempotencyKey })),
  ).rejects.toMatchObject({ code: 'idempotency_key_invalid' });
});
