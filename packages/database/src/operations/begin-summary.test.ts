import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../connection/pool.ts';
import {
  createTestDatabase,
  evenHistory,
  exampleCall,
  openServer,
  openTurn,
  rowsMustMatch,
  storeHistory,
  type TestDatabase,
} from '../testing/index.ts';
import { beginSummary } from './begin-summary.ts';
import { createSession } from './create-session.ts';
import { finishSummary } from './finish-summary.ts';

let database: TestDatabase;
let server: Database;
let sessionId: string;
let sessionToken: string;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await openServer(database);
});
beforeEach(async () => {
  ({ sessionId, sessionToken } = await createSession(server));
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** 60 messages of 10 tokens: a budget of 100 shows the newest nine or so. */
const longHistory = () => storeHistory(database, sessionId, evenHistory(60));
const narrow = { contextTokens: 100 };

const claim = (windowFromSeq = 41) => beginSummary(server, { sessionToken, windowFromSeq });
const summary = { content: 'A cat sneezes.', tokenCount: 50 };

describe('a summary is due', () => {
  it('when twenty messages have fallen out of the window, and not before', async () => {
    await storeHistory(database, sessionId, evenHistory(28));
    const early = await openTurn(server, sessionToken, 'short', narrow);
    expect(early).toMatchObject({ contextFromSeq: 21, summaryDue: true });

    const other = await createSession(server);
    await storeHistory(database, other.sessionId, evenHistory(26));
    const turn = await openTurn(server, other.sessionToken, 'short', narrow);
    expect(turn).toMatchObject({ contextFromSeq: 19, summaryDue: false });
  });

  it('not while another job makes it, and not once it is made', async () => {
    await longHistory();
    const before = await openTurn(server, sessionToken, 'one', narrow);
    expect(before.summaryDue).toBe(true);
    const claimed = await claim(before.contextFromSeq);
    expect((await openTurn(server, sessionToken, 'two', narrow)).summaryDue).toBe(false);
    await finishSummary(server, { ...claimed!, ...summary, call: exampleCall() });
    const after = await openTurn(server, sessionToken, 'three', narrow);
    expect(after).toMatchObject({ summary: 'A cat sneezes.', summaryDue: false });
  });

  it('not in a conversation that fits', async () => {
    await longHistory();
    const turn = await openTurn(server, sessionToken, 'wide', { contextMessages: 100 });
    expect(turn).toMatchObject({ contextFromSeq: 1, summaryDue: false });
  });
});

describe('a claim', () => {
  it('has the previous summary and what came since, up to the window', async () => {
    await longHistory();
    const first = await claim(31);
    expect(first).toMatchObject({ sessionId, previousSummary: '', throughSeq: 30 });
    expect(first?.messages).toHaveLength(30);
    await finishSummary(server, { ...first!, ...summary, call: exampleCall() });

    const second = await claim(51);
    expect(second).toMatchObject({ previousSummary: 'A cat sneezes.', throughSeq: 50 });
    expect(second?.messages[0]).toEqual({ role: 'user', content: 'message 31' });
    expect(second?.messages).toHaveLength(20);
  });

  it('is refused to a turn that began before the last summary was stored', async () => {
    await longHistory();
    const quick = await openTurn(server, sessionToken, 'one', narrow);
    const slow = await openTurn(server, sessionToken, 'two', narrow);
    expect(slow.summaryDue).toBe(true);
    const claimed = await claim(quick.contextFromSeq);
    await finishSummary(server, { ...claimed!, ...summary, call: exampleCall() });
    expect(await claim(slow.contextFromSeq)).toBeNull();
  });

  it('has 200 messages at most, the newest', async () => {
    await storeHistory(database, sessionId, evenHistory(500));
    const claimed = await claim(500);
    expect(claimed?.messages).toHaveLength(200);
    expect(claimed?.messages.at(-1)?.content).toBe('message 499');
  });

  it('goes to one of two that ask at once', async () => {
    await longHistory();
    const claims = await Promise.all([claim(), claim(), claim()]);
    expect(claims.filter((claimed) => claimed !== null)).toHaveLength(1);
  });

  it('can be taken by another after two minutes, and the first has lost it', async () => {
    await longHistory();
    const slow = await claim();
    await database.pool.query(
      `update public.context_summaries set claimed_until = claimed_until - interval '2 minutes'
       where session_id = $1`,
      [sessionId],
    );
    const quick = await claim();
    expect(quick).not.toBeNull();
    const call = exampleCall();
    expect(await finishSummary(server, { ...slow!, ...summary, call })).toBe(false);
    expect(await finishSummary(server, { ...quick!, ...summary, content: 'Quick.', call })).toBe(
      true,
    );
    expect(await finishSummary(server, { ...quick!, ...summary, call })).toBe(false);
    await rowsMustMatch(
      database.pool,
      'select content, through_seq, claim_id from public.context_summaries where session_id = $1',
      [{ content: 'Quick.', through_seq: 40, claim_id: null }],
      [sessionId],
    );
  });

  it('needs the token of the session', async () => {
    await longHistory();
    await expect(
      beginSummary(server, { sessionToken: `catb_${'A'.repeat(64)}`, windowFromSeq: 41 }),
    ).rejects.toMatchObject({ code: 'session_token_refused' });
  });
});

describe('a summary that is stored', () => {
  it('takes its tokens out of the budget of the window', async () => {
    await longHistory();
    const before = await openTurn(server, sessionToken, 'one', narrow);
    const claimed = await claim(before.contextFromSeq);
    await finishSummary(server, { ...claimed!, ...summary, call: exampleCall() });
    const after = await openTurn(server, sessionToken, 'two', narrow);
    const tokens = (from: number, newest: number) => (newest - from) * 10;
    expect(tokens(before.contextFromSeq, before.seq)).toBeGreaterThan(50);
    expect(tokens(after.contextFromSeq, after.seq)).toBeLessThanOrEqual(50);
  });

  it('has its call in the ledger, once', async () => {
    await longHistory();
    const claimed = await claim();
    await finishSummary(server, { ...claimed!, ...summary, call: exampleCall() });
    await rowsMustMatch(
      database.pool,
      'select purpose::text, seq from public.model_calls where session_id = $1',
      [{ purpose: 'summary', seq: 40 }],
      [sessionId],
    );
  });

  it('is never blank: the claim stays, and the old summary too', async () => {
    await longHistory();
    const claimed = await claim();
    const blank = { ...claimed!, content: ' \n', tokenCount: 0, call: exampleCall() };
    expect(await finishSummary(server, blank)).toBe(false);
    expect(await claim()).toBeNull();
  });
});
