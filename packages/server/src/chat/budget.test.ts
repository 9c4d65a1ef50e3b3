import { openDatabase, setBudget, type Database } from '@catb/database';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
let owner: Database;
beforeAll(async () => {
  server = await startTestServer({ provider: { kind: 'echo' } });
  owner = openDatabase({ url: server.database.url });
  await server.database.pool.query(
    `insert into public.model_prices (provider, model, source, valid_from, input_usd_per_mtok, output_usd_per_mtok)
     values ('openai', 'gpt-4.1-mini', 'own', '-infinity', 1, 1)`,
  );
});
afterAll(async () => {
  await owner.close();
  await server.stop();
});

const question = 'Why does she knead blankets?';
const notice = /comes from the offline guide: the budget for the AI model is spent/;
const asked = () => server.provider?.requestCount ?? 0;

/** A day's budget that the first answer spends. */
async function spendAll(atLimit: 'warn' | 'offline-guide' | 'refuse') {
  await setBudget(owner, { period: 'day', limitUsd: '1000', atLimit });
  const session = await server.newSession();
  const first = await server.chat(session.sessionToken, question, 'first');
  expect(first.body).toMatchObject({ notice: null, model: { provider: 'openai' } });
  await setBudget(owner, { period: 'day', limitUsd: '0.000001' });
  return { ...session, first: first.body as { seq: number; reply: string } };
}

const onceSpent = (atLimit: 'offline-guide' | 'refuse') => {
  let token: string;
  let before: number;
  beforeEach(async () => {
    token = (await spendAll(atLimit)).sessionToken;
    before = asked();
  });
  return { say: (message: string) => server.chat(token, message), calls: () => asked() - before };
};

describe('offline-guide: once the budget is spent', () => {
  const { say, calls } = onceSpent('offline-guide');

  test('the guide answers, says why, and the model is not called', async () => {
    const { status, body } = await say('She sneezes a lot');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'complete',
      notice: 'budget_spent',
      model: { provider: 'offline-guide', name: 'offline-guide' },
    });
    expect(body.reply).toMatch(notice);
    expect(calls()).toBe(0);
    const { rows } = await server.database.pool.query(
      `select provider, cost_usd::text as cost from public.model_calls order by created_at desc limit 1`,
    );
    expect(rows).toEqual([{ provider: 'offline-guide', cost: '0' }]);
  });

  test('the stream and the history say so too', async () => {
    const { sessionToken } = await server.newSession();
    let streamed = '';
    for await (const { event, data } of server.stream(sessionToken, 'She sneezes a lot')) {
      if (event === 'token') streamed += data.text;
      else expect(data).toMatchObject({ notice: 'budget_spent' });
    }
    expect(streamed).toMatch(notice);
    expect((await server.history(sessionToken)).at(-1)).toMatchObject({ content: streamed });
  });
});

describe('refuse: once the budget is spent', () => {
  const { say, calls } = onceSpent('refuse');

  test('a message is refused with 503, when to come back, and is not stored', async () => {
    const { status, headers, body } = await say('She sneezes a lot');
    expect(status).toBe(503);
    expect(body).toMatchObject({ code: 'budget_exceeded', hint: expect.stringMatching(/vet/) });
    const wait = Number(headers.get('retry-after'));
    expect(wait).toBeGreaterThan(2);
    expect(wait).toBeLessThanOrEqual(3_600);
    expect(calls()).toBe(0);
  });

  test('an emergency is answered: call a vet now', async () => {
    const { status, body } = await say('My cat is not breathing');
    expect(status).toBe(200);
    expect(body.reply).toMatch(/^\*\*Call a vet or an emergency animal hospital now/);
    expect(body).toMatchObject({ notice: 'budget_spent', triage: { category: 'emergency' } });
    expect(calls()).toBe(0);
  });

  test('so is what only the conversation makes an emergency', async () => {
    await setBudget(owner, { period: 'day', limitUsd: '1000' });
    const { sessionToken } = await server.newSession();
    await server.chat(sessionToken, "he's straining in the litter box");
    await setBudget(owner, { period: 'day', limitUsd: '0.000001' });
    const before = asked();
    const { status, body } = await server.chat(sessionToken, 'nothing is coming out');
    expect(status).toBe(200);
    expect(body).toMatchObject({ notice: 'budget_spent', triage: { category: 'emergency' } });
    expect(asked()).toBe(before);
    const history = await server.history(sessionToken);
    expect(history.at(-2)).toMatchObject({ triage: { category: 'emergency' } });
  });

  test('whoever has no session is told that, and nothing of budgets', async () => {
    const { status, body } = await server.chat(`catb_${'x'.repeat(64)}`, 'My cat is not breathing');
    expect([status, body.code]).toEqual([401, 'session_token_refused']);
  });
});

test('a retry of an answered turn gets its answer, whatever the budget', async () => {
  const { sessionToken, first } = await spendAll('refuse');
  const { status, body } = await server.chat(sessionToken, question, 'first');
  expect(status).toBe(200);
  expect(body).toMatchObject({ seq: first.seq, reply: first.reply, notice: null });
});

test('warn: the model goes on answering', async () => {
  const { sessionToken } = await spendAll('warn');
  const { body } = await server.chat(sessionToken, 'And now?');
  expect(body).toMatchObject({ notice: null, model: { provider: 'openai' } });
});

test('the metrics tell the share of a budget, and none once it is removed', async () => {
  await spendAll('warn');
  const numbers = async () => String((await server.request('GET', '/metrics')).body);
  expect(await numbers()).toMatch(/^catb_budget_spent_ratio\{period="day"\} \d+/m);
  await server.database.pool.query(`select catb.remove_budget('day')`);
  expect(await numbers()).not.toMatch(/^catb_budget_spent_ratio\{/m);
});
