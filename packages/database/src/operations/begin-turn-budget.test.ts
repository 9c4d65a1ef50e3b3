import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../connection/pool.ts';
import {
  converse,
  createTestDatabase,
  exampleReply,
  exampleTurn,
  openServer,
  openTurn,
  paidCall,
  priceModel,
  rowsMustMatch,
  spend,
  standingOf,
  type TestDatabase,
} from '../testing/index.ts';
import { beginSummary } from './begin-summary.ts';
import { beginTurn } from './begin-turn.ts';
import { createSession } from './create-session.ts';
import { failTurn } from './fail-turn.ts';
import { finishTurn } from './finish-turn.ts';
import { removeBudget } from './remove-budget.ts';
import { setBudget } from './set-budget.ts';

let database: TestDatabase;
let owner: Database;
let server: Database;
let sessionToken: string;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase({ url: database.url });
  server = await openServer(database);
  await priceModel(database);
});
beforeEach(async () => {
  await removeBudget(owner, 'day');
  await removeBudget(owner, 'month');
  await database.pool.query('delete from public.model_calls');
  ({ sessionToken } = await createSession(server));
});
afterAll(async () => {
  await Promise.all([owner.close(), server.close()]);
  await database.drop();
});

type AtLimit = 'warn' | 'offline-guide' | 'refuse';

/** A day's budget of a dollar that is spent. */
async function spendAll(atLimit: AtLimit): Promise<void> {
  await setBudget(owner, { period: 'day', limitUsd: '1', atLimit });
  await spend(server, sessionToken, 1);
}

const refused = { code: 'budget_exceeded', status: 503 };

describe('at 100 %', () => {
  it.each<[AtLimit, boolean]>([
    ['warn', false],
    ['offline-guide', true],
  ])('%s: the turn goes on; to the guide: %s', async (atLimit, isBudgetSpent) => {
    await setBudget(owner, { period: 'day', limitUsd: '1', atLimit });
    await spend(server, sessionToken, 0.999999);
    expect(await openTurn(server, sessionToken)).toMatchObject({ isBudgetSpent: false });
    await spend(server, sessionToken, 0.000001);
    expect(await openTurn(server, sessionToken)).toMatchObject({ isBudgetSpent });
  });

  it('refuse: nothing is stored, not even the turn in the quota, and it is said when to come back', async () => {
    await spendAll('refuse');
    const before = await database.pool.query('select * from public.sessions order by id');
    const error: unknown = await openTurn(server, sessionToken).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(refused);
    const { periodEnd } = await standingOf(owner, 'day');
    const seconds = Number(
      /^Try again in (\d+) s\.$/.exec((error as { details: string }).details)?.[1],
    );
    expect(Math.abs(seconds - (periodEnd.getTime() - Date.now()) / 1_000)).toBeLessThan(10);
    const after = await database.pool.query('select * from public.sessions order by id');
    expect(after.rows).toEqual(before.rows);
  });

  it.each<[AtLimit, boolean]>([
    ['warn', false],
    ['offline-guide', true],
    ['refuse', true],
  ])('%s: an emergency is answered; by the guide: %s', async (atLimit, isBudgetSpent) => {
    await spendAll(atLimit);
    const turn = await openTurn(server, sessionToken, 'She does not breathe', {
      triageCategory: 'emergency',
    });
    expect(turn).toMatchObject({ isBudgetSpent });
  });

  it('the stricter of two spent budgets decides, and one that is not spent does not', async () => {
    await spendAll('warn');
    await setBudget(owner, { period: 'month', limitUsd: '1000', atLimit: 'refuse' });
    expect(await openTurn(server, sessionToken)).toMatchObject({ isBudgetSpent: false });
    await setBudget(owner, { period: 'month', limitUsd: '1' });
    await expect(openTurn(server, sessionToken)).rejects.toMatchObject(refused);
    await setBudget(owner, { period: 'month', limitUsd: '2' });
    expect(await openTurn(server, sessionToken)).toMatchObject({ isBudgetSpent: false });
  });
});

describe('a retry', () => {
  const key = { idempotencyKey: 'one message' };

  it('of an answered turn returns its reply', async () => {
    const turn = await openTurn(server, sessionToken, 'Hello', key);
    await finishTurn(server, exampleReply(turn, 'Hi.'));
    await spendAll('refuse');
    expect(await beginTurn(server, exampleTurn(sessionToken, 'Hello', key))).toMatchObject({
      isAnswered: true,
      reply: 'Hi.',
    });
  });

  it('of a turn that failed would call the model again: it is refused, and the apology stays', async () => {
    const turn = await openTurn(server, sessionToken, 'Hello', key);
    await failTurn(server, { ...turn, apology: 'Sorry.', tokenCount: 2, call: paidCall(0.1) });
    await spendAll('refuse');
    await expect(openTurn(server, sessionToken, 'Hello', key)).rejects.toMatchObject(refused);
    await rowsMustMatch(
      database.pool,
      `select state::text, content from public.messages where session_id = $1 and seq = 2`,
      [{ state: 'failed', content: 'Sorry.' }],
      [turn.sessionId],
    );
  });

  it('of an emergency that failed is answered, whatever the retry calls it', async () => {
    const emergency = { ...key, triageCategory: 'emergency' as const };
    const turn = await openTurn(server, sessionToken, 'Hello', emergency);
    await failTurn(server, { ...turn, apology: 'Sorry.', tokenCount: 2, call: paidCall(0.1) });
    await spendAll('refuse');
    expect(await openTurn(server, sessionToken, 'Hello', key)).toMatchObject({
      isBudgetSpent: true,
    });
  });
});

describe('no call of the model slips by', () => {
  it('a summary is not begun unless the budget only warns, and does not come up', async () => {
    for (let turn = 0; turn < 15; turn += 1) await converse(server, sessionToken);
    const summary = () => beginSummary(server, { sessionToken, windowFromSeq: 25 });
    const narrow = { contextMessages: 4 };
    await spendAll('offline-guide');
    expect(await openTurn(server, sessionToken, 'Hm', narrow)).toMatchObject({ summaryDue: false });
    expect(await summary()).toBeNull();
    await setBudget(owner, { period: 'day', limitUsd: '1', atLimit: 'refuse' });
    expect(await summary()).toBeNull();
    await setBudget(owner, { period: 'day', limitUsd: '1', atLimit: 'warn' });
    expect(await openTurn(server, sessionToken, 'Hm', narrow)).toMatchObject({ summaryDue: true });
    expect(await summary()).not.toBeNull();
  });

  it('a server of the version before, which knows no guide for budgets, is refused instead', async () => {
    const begin = (triage: string) =>
      server.pool.query(
        `select session_id, seq, reply_seq, attempt_id, state, reply, truncated, triage_category, red_flags,
                context, context_from_seq, summary, summary_due, preferences, triage_version, provider, model
         from public.begin_turn($1, 'Hello', 6, null, $2, null, 3000, 40, 0, make_interval(secs => 60))`,
        [sessionToken, triage],
      );
    expect((await begin('routine')).rows).toHaveLength(1);
    await spendAll('offline-guide');
    await expect(begin('routine')).rejects.toMatchObject({ code: 'MU045' });
    expect((await begin('emergency')).rows).toHaveLength(1);
  });
});

it('servers that race to the limit pass it by the turns in flight at most', async () => {
  const cost = 0.1;
  const servers = await Promise.all(Array.from({ length: 8 }, () => openServer(database, 1)));
  await setBudget(owner, { period: 'month', limitUsd: '1', atLimit: 'refuse' });
  const spendUntilRefused = async (one: Database): Promise<number> => {
    const mine = await createSession(one);
    for (let turns = 0; ; turns += 1) {
      try {
        await spend(one, mine.sessionToken, cost);
      } catch (error) {
        expect(error).toMatchObject(refused);
        return turns;
      }
    }
  };
  const turns = await Promise.all(servers.map(spendUntilRefused));
  await Promise.all(servers.map((one) => one.close()));
  const { spentUsd } = await standingOf(owner, 'month');
  const all = turns.reduce((sum, count) => sum + count, 0);
  expect(Number(spentUsd)).toBeCloseTo(all * cost, 10);
  expect(Number(spentUsd)).toBeGreaterThanOrEqual(1);
  // The last of them reached the limit itself: the seven others were in flight.
  expect(Number(spentUsd)).toBeLessThanOrEqual(1 + (servers.length - 1) * cost + 1e-9);
});
