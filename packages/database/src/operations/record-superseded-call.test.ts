import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  type TestDatabase,
} from '../testing/index.ts';
import { beginTurn, type OpenTurn } from './begin-turn.ts';
import { createSession } from './create-session.ts';
import { eraseSession } from './erase-session.ts';
import { exportSession } from './export-session.ts';
import { finishTurn } from './finish-turn.ts';
import { recordSupersededCall, type SupersededCall } from './record-superseded-call.ts';
import { revokeSession } from './revoke-session.ts';

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

const late = (sessionToken: string, turn: OpenTurn, call = exampleCall()): SupersededCall => ({
  sessionToken,
  purpose: 'reply',
  seq: turn.replySeq,
  attemptId: turn.attemptId,
  call,
});

/** A turn whose first attempt was taken over by a second, which has not ended. */
async function takeOver(sessionToken: string): Promise<{ first: OpenTurn; second: OpenTurn }> {
  const message = exampleTurn(sessionToken, 'Hello', { idempotencyKey: 'k', leaseSeconds: 0 });
  const [first, second] = [await beginTurn(server, message), await beginTurn(server, message)];
  if (first.isAnswered || second.isAnswered) throw new Error('It was answered before');
  return { first, second };
}

const ledger = `select seq, purpose, finish_reason as reason, provider, cost_usd::text as cost
                from public.model_calls where session_id = $1 order by seq, request_id`;

describe('a call that came too late', () => {
  it('is in the ledger under its message, and the answer is that of who stored it', async () => {
    const { sessionId, sessionToken } = await createSession(server);
    const { first, second } = await takeOver(sessionToken);
    await finishTurn(server, exampleReply(second));
    const call = exampleCall({ provider: 'openai', model: 'dear' });
    await expect(finishTurn(server, exampleReply(first, 'late', { call }))).rejects.toMatchObject({
      code: 'turn_superseded',
    });
    expect(await recordSupersededCall(server, late(sessionToken, first, call))).toBeNull();
    await rowsMustMatch(
      database.pool,
      ledger,
      [
        { seq: 1, purpose: 'reply', reason: 'superseded', provider: 'openai', cost: null },
        { seq: 2, purpose: 'reply', reason: 'stop', provider: 'offline-guide', cost: '0' },
      ],
      [sessionId],
    );
    const again = exampleTurn(sessionToken, 'Hello', { idempotencyKey: 'k' });
    expect(await beginTurn(server, again)).toMatchObject({ model: { provider: 'offline-guide' } });
    expect(await exportSession(server, sessionToken)).toContain('superseded');
  });

  it('is there once, however often it is told, also when it was stored after all', async () => {
    const { sessionId, sessionToken } = await createSession(server);
    const { first, second } = await takeOver(sessionToken);
    const call = exampleCall();
    await recordSupersededCall(server, late(sessionToken, first, call));
    await recordSupersededCall(server, late(sessionToken, first, call));
    const stored = exampleReply(second);
    await finishTurn(server, stored);
    await recordSupersededCall(server, late(sessionToken, second, stored.call));
    const { rows } = await database.pool.query<{ reason: string }>(ledger, [sessionId]);
    expect(rows.map(({ reason }) => reason)).toEqual(['superseded', 'stop']);
  });

  it('of a summary is noted where it ended', async () => {
    const { sessionId, sessionToken } = await createSession(server);
    await converse(server, sessionToken);
    await recordSupersededCall(server, {
      sessionToken,
      purpose: 'summary',
      seq: 1,
      attemptId: null,
      call: exampleCall(),
    });
    const { rows } = await database.pool.query<Record<string, unknown>>(ledger, [sessionId]);
    expect(rows[0]).toMatchObject({ seq: 1, purpose: 'summary', reason: 'superseded' });
  });
});

describe('what is refused, and leaves no row', () => {
  it('an attempt that still owns its turn', async () => {
    const { sessionId, sessionToken } = await createSession(server);
    const turn = await openTurn(server, sessionToken);
    await expect(recordSupersededCall(server, late(sessionToken, turn))).rejects.toMatchObject({
      code: 'turn_in_progress',
    });
    await rowsMustMatch(database.pool, ledger, [], [sessionId]);
  });

  it("the turn of another session, whose id is known, with a token of one's own", async () => {
    const [mine, theirs] = [await createSession(server), await createSession(server)];
    const { first } = await takeOver(theirs.sessionToken);
    await expect(
      recordSupersededCall(server, late(mine.sessionToken, first)),
    ).rejects.toMatchObject({ code: 'message_not_found' });
    await rowsMustMatch(database.pool, ledger, [], [theirs.sessionId]);
    await rowsMustMatch(database.pool, ledger, [], [mine.sessionId]);
  });

  it.each([
    ['a message', 1],
    ['nothing', 4],
    ['a number below one', 0],
  ])('%s where the answer should be', async (_, seq) => {
    const { sessionToken } = await createSession(server);
    const { first } = await takeOver(sessionToken);
    await expect(
      recordSupersededCall(server, { ...late(sessionToken, first), seq }),
    ).rejects.toMatchObject({ code: 'message_not_found' });
  });

  it.each([
    ['forged', (token: string) => `${token.slice(0, -4)}AAAA`, undefined],
    ['missing', () => null as unknown as string, undefined],
    ['revoked', (token: string) => token, revokeSession],
    ['of an erased session', (token: string) => token, eraseSession],
  ])('a token that is %s', async (_, change, before) => {
    const { sessionToken } = await createSession(server);
    const { first } = await takeOver(sessionToken);
    await before?.(server, sessionToken);
    await expect(
      recordSupersededCall(server, late(change(sessionToken), first)),
    ).rejects.toMatchObject({ code: 'session_token_refused' });
  });

  it('tokens below zero', async () => {
    const { sessionToken } = await createSession(server);
    const { first } = await takeOver(sessionToken);
    await expect(
      recordSupersededCall(server, late(sessionToken, first, exampleCall({ outputTokens: -5 }))),
    ).rejects.toMatchObject({ code: 'database_refused' });
  });
});
