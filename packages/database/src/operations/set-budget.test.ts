import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../connection/pool.ts';
import {
  connectAs,
  createTestDatabase,
  exampleReply,
  mustRefuse,
  openServer,
  openTurn,
  paidCall,
  permissionDenied,
  priceModel,
  rowsMustMatch,
  spend,
  standingOf,
  type TestDatabase,
} from '../testing/index.ts';
import { analyticsBudgets } from './analytics-budgets.ts';
import { createSession } from './create-session.ts';
import { eraseSession } from './erase-session.ts';
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
  ({ sessionToken } = await createSession(server));
});
afterEach(async () => {
  await removeBudget(owner, 'day');
  await removeBudget(owner, 'month');
  await database.pool.query('delete from public.model_calls');
});
afterAll(async () => {
  await Promise.all([owner.close(), server.close()]);
  await database.drop();
});

const limit = (limitUsd: string) => ({ period: 'day' as const, limitUsd });

describe('what can be set', () => {
  it.each(['0', '-1', 'NaN', 'Infinity', '-Infinity'])('a limit of %s is refused', async (sum) => {
    await expect(setBudget(owner, limit(sum))).rejects.toMatchObject({ code: 'budget_invalid' });
    await mustRefuse(
      database.pool.query(
        `insert into public.budgets (period, limit_usd) values ('day', $1::numeric)`,
        [sum],
      ),
      '23514',
    );
    expect(await analyticsBudgets(owner)).toEqual([]);
  });

  it.each(['Europe/Atlantis', '', ' ', "UTC'; select 1; --", '+03'])(
    'a zone of %j is refused',
    async (timezone) => {
      await expect(setBudget(owner, { ...limit('1'), timezone })).rejects.toMatchObject({
        code: 'budget_invalid',
      });
    },
  );

  it('a first budget is in UTC and warns; what a later one leaves out stays', async () => {
    await setBudget(owner, limit('5'));
    expect(await standingOf(owner, 'day')).toMatchObject({ timezone: 'UTC', atLimit: 'warn' });
    await setBudget(owner, { ...limit('5'), timezone: 'Asia/Tokyo', atLimit: 'refuse' });
    await setBudget(owner, limit('7.50'));
    expect(await standingOf(owner, 'day')).toMatchObject({
      limitUsd: '7.50',
      timezone: 'Asia/Tokyo',
      atLimit: 'refuse',
      spentUsd: '0',
      share: 0,
    });
  });

  it('a snapshot from before the lock is not taken', async () => {
    const client = await database.pool.connect();
    try {
      await client.query('begin isolation level repeatable read');
      await mustRefuse(client.query(`select catb.set_budget('day', 1)`), 'MU046');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('what was spent before', () => {
  it('counts from the beginning of the period, and not from before', async () => {
    await spend(server, sessionToken, 0.25);
    await spend(server, sessionToken, 0.5);
    await database.pool.query(
      `update public.model_calls set created_at = now() - interval '40 days'
       where cost_usd = 0.25`,
    );
    await setBudget(owner, limit('1'));
    await setBudget(owner, { period: 'month', limitUsd: '10' });
    expect(await standingOf(owner, 'day')).toMatchObject({ spentUsd: '0.5', share: 0.5 });
    expect(await standingOf(owner, 'month')).toMatchObject({ spentUsd: '0.5', share: 0.05 });
  });

  it('counts anew in another zone, and when a budget is removed and set again', async () => {
    await setBudget(owner, limit('1'));
    await spend(server, sessionToken, 0.5);
    await setBudget(owner, { ...limit('1'), timezone: 'Pacific/Kiritimati' });
    expect(await standingOf(owner, 'day')).toMatchObject({ spentUsd: '0.5' });
    expect(await removeBudget(owner, 'day')).toBe(true);
    expect(await removeBudget(owner, 'day')).toBe(false);
    await spend(server, sessionToken, 0.25);
    await setBudget(owner, limit('1'));
    expect(await standingOf(owner, 'day')).toMatchObject({ spentUsd: '0.75' });
  });

  it('a call that is being stored at that moment counts, once', async () => {
    const turn = await openTurn(server, sessionToken);
    const input = exampleReply(turn, undefined, { call: paidCall(0.5) });
    const { requestId, outputTokens } = input.call;
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query(
      `select public.finish_turn($1, $2, $3, 'Hi.', 2, false, false, 'paid', 'paid', $4, 'exact',
                                 0, 0, 0, $5, 12, 3, 'stop')`,
      [turn.sessionId, turn.replySeq, turn.attemptId, requestId, outputTokens],
    );
    const isSet = setBudget(owner, limit('1'));
    await waitForLocks(1);
    await client.query('commit');
    client.release();
    await isSet;
    expect(await standingOf(owner, 'day')).toMatchObject({ spentUsd: '0.5' });
  });

  it('an answer that ends while the ledger is counted waits, and counts itself', async () => {
    const turn = await openTurn(server, sessionToken);
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query(`select catb.set_budget('day', 1)`);
    const isFinished = finishTurn(server, exampleReply(turn, undefined, { call: paidCall(0.5) }));
    await waitForLocks(1);
    await client.query('commit');
    client.release();
    await isFinished;
    expect(await standingOf(owner, 'day')).toMatchObject({ spentUsd: '0.5' });
  });

  it('two who set a budget at once wait for each other', async () => {
    await spend(server, sessionToken, 0.5);
    await Promise.all(['1', '2', '3', '4'].map((sum) => setBudget(owner, limit(sum))));
    expect(await standingOf(owner, 'day')).toMatchObject({ spentUsd: '0.5' });
  });
});

describe('what is spent from then on', () => {
  it('is counted by every purpose and end, the same call once, and an erasure takes nothing back', async () => {
    await setBudget(owner, limit('10'));
    const mine = await createSession(server);
    const turn = await openTurn(server, mine.sessionToken);
    const call = paidCall(0.5);
    await finishTurn(server, exampleReply(turn, undefined, { call }));
    await database.pool.query(
      `select catb.record_model_call($1, 2, 'reply', 'paid', 'paid', $2, 'exact', 0, 0, 0, 9000000, 1, 1, 'stop'),
              catb.record_model_call($1, 2, 'summary', 'paid', 'paid', 'another', 'exact', 0, 0, 0, 250000, 1, 1, 'stop')`,
      [mine.sessionId, call.requestId],
    );
    await eraseSession(server, mine.sessionToken);
    expect(await standingOf(owner, 'day')).toMatchObject({ spentUsd: '0.75', unknownCalls: 0 });
  });

  it('an unknown cost is counted as a call and not as zero; a price of zero is no cost', async () => {
    await setBudget(owner, limit('1'));
    await database.pool.query(
      `insert into public.model_prices (provider, model, source, valid_from, input_usd_per_mtok, output_usd_per_mtok)
       values ('free', 'free', 'own', '-infinity', 0, 0) on conflict do nothing`,
    );
    for (const model of ['free', 'of no price']) {
      const turn = await openTurn(server, sessionToken);
      const call = paidCall(5, { provider: model, model });
      await finishTurn(server, exampleReply(turn, undefined, { call }));
    }
    expect(await standingOf(owner, 'day')).toMatchObject({ spentUsd: '0', unknownCalls: 1 });
  });

  it('without a budget nothing is counted', async () => {
    await spend(server, sessionToken, 0.5);
    await rowsMustMatch(database.pool, 'select * from catb.budget_spending', []);
  });
});

describe('who may', () => {
  const calls = [
    `select catb.set_budget('day', 1000000)`,
    `select catb.remove_budget('day')`,
    `update public.budgets set limit_usd = 1000000`,
    'delete from catb.budget_spending',
    'select * from public.budgets',
    'select * from catb.budget_standings()',
    'select catb.count_spending(-1000)',
  ];
  it.each(['anon', 'authenticated', 'service_role', 'catb_server', 'catb_analyst'])(
    '%s sets no budget and unspends nothing',
    async (role) => {
      await connectAs(database, role, async (client) => {
        for (const call of calls) await mustRefuse(client.query(call), permissionDenied);
      });
    },
  );

  it.each([
    ['anon', false],
    ['authenticated', false],
    ['service_role', false],
    ['catb_server', true],
    ['catb_analyst', true],
  ])('%s reads how budgets stand: %s', async (role, may) => {
    await connectAs(database, role, async (client) => {
      const asked = client.query('select * from catb.analytics_budgets()');
      if (may) expect((await asked).rows).toEqual([]);
      else await mustRefuse(asked, permissionDenied);
    });
  });
});

/** Waits until so many statements of this database wait for a lock. */
async function waitForLocks(count: number): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query<{ waiting: number }>(
      `select count(*)::integer as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows[0]?.waiting === count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
