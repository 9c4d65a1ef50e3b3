import {
  createTestDatabase,
  exampleCall,
  exampleReply,
  mustRefuse,
  openServer,
  openTurn,
  rowsMustMatch,
  type TestDatabase,
} from '@catb/database/testing';
import { createSession, failTurn, finishTurn, type Database, type ModelCall } from '@catb/database';
import { addPrice, costOf } from './price-rows.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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

async function turnWith(
  call: Partial<ModelCall>,
): Promise<{ sessionId: string; cost: string | null }> {
  const { sessionId, sessionToken } = await createSession(server);
  const turn = await openTurn(server, sessionToken);
  const cost = await finishTurn(server, exampleReply(turn, 'Hi.', { call: exampleCall(call) }));
  return { sessionId, cost };
}

describe('a call in the ledger', () => {
  it('names the price row it was billed by, and keeps both when a newer one comes', async () => {
    await addPrice(database, 'named', { valid_from: '2020-01-01Z' });
    const { sessionId } = await turnWith({
      provider: 'p',
      model: 'named',
      inputTokens: 10,
      outputTokens: 0,
    });
    await addPrice(database, 'named', { valid_from: '2021-01-01Z', input_usd_per_mtok: '2' });
    await rowsMustMatch(
      database.pool,
      `select c.cost_usd::text as cost, p.input_usd_per_mtok::text as price, p.valid_from = '2020-01-01Z' as "isFirst"
       from public.model_calls c join public.model_prices p on p.id = c.price_id where c.session_id = $1`,
      [{ cost: '0.00001', price: '1', isFirst: true }],
      [sessionId],
    );
  });

  it('names none when its cost is unknown', async () => {
    await addPrice(database, 'half', { output_usd_per_mtok: null });
    const calls: Partial<ModelCall>[] = [
      { provider: 'p', model: 'nobody knows' },
      { provider: 'p', model: 'half' },
      { provider: 'p', model: 'named', usageCertainty: 'unknown' },
    ];
    for (const call of calls) {
      const { sessionId, cost } = await turnWith(call);
      expect(cost).toBeNull();
      await rowsMustMatch(
        database.pool,
        'select cost_usd, cost_certainty::text, price_id from public.model_calls where session_id = $1',
        [{ cost_usd: null, cost_certainty: 'unknown', price_id: null }],
        [sessionId],
      );
    }
  });

  it('is billed once by its request id, also when it comes again with other numbers', async () => {
    await addPrice(database, 'retried', { output_usd_per_mtok: '0' });
    const { sessionId, sessionToken } = await createSession(server);
    const call = exampleCall({
      requestId: 'msg_1',
      provider: 'p',
      model: 'retried',
      inputTokens: 7,
    });
    const turn = await openTurn(server, sessionToken);
    expect(await failTurn(server, { ...turn, apology: 'Sorry.', tokenCount: 2, call })).toBe(
      '0.000007',
    );
    const again = { ...call, inputTokens: 9_000_000, model: 'retried', finishReason: 'stop' };
    // What is said to cost is what was billed.
    expect(await finishTurn(server, exampleReply(turn, 'Yes.', { call: again }))).toBe('0.000007');
    await rowsMustMatch(
      database.pool,
      'select input_tokens, cost_usd::text from public.model_calls where session_id = $1',
      [{ input_tokens: 7, cost_usd: '0.000007' }],
      [sessionId],
    );
  });

  it('is priced by its own date when the clock has gone back behind a price', async () => {
    await addPrice(database, 'clock');
    await addPrice(database, 'clock', { valid_from: '2999-01-01Z', input_usd_per_mtok: '100' });
    const { cost } = await turnWith({
      provider: 'p',
      model: 'clock',
      inputTokens: 10,
      outputTokens: 0,
    });
    expect(cost).toBe('0.00001');
    expect(await costOf(database, 'clock', [10, 0, 0, 0], '2999-01-01Z')).toBe('0.001');
    expect(await costOf(database, 'clock', [10, 0, 0, 0], '1970-01-01Z')).toBe('0.00001');
  });

  it('that does not add up to the provider’s own total is estimated, and not lost', async () => {
    const usage = { inputTokens: 10, cachedInputTokens: 3, cacheWriteTokens: 2, outputTokens: 5 };
    await addPrice(database, 'summed');
    for (const [totalTokens, certainty] of [
      [20, 'exact'],
      // Cached tokens that were billed twice.
      [17, 'estimated'],
      [undefined, 'exact'],
    ] as const) {
      const call = { provider: 'p', model: 'summed', ...usage, totalTokens };
      const { sessionId } = await turnWith(call);
      await rowsMustMatch(
        database.pool,
        `select usage_certainty::text, cost_certainty::text, cost_usd::text, total_tokens
         from public.model_calls where session_id = $1`,
        [
          {
            usage_certainty: certainty,
            cost_certainty: certainty,
            cost_usd: '0.00002',
            total_tokens: totalTokens ?? null,
          },
        ],
        [sessionId],
      );
    }
    await mustRefuse(
      database.pool.query(
        `update public.model_calls set total_tokens = 1 where model = 'summed' and usage_certainty = 'exact'`,
      ),
      '23514',
      /exact_usage_adds_up/,
    );
  });

  it('keeps how much was cached for an hour, which is never more than what was cached', async () => {
    await addPrice(database, 'hourly', {
      cache_write_1h_usd_per_mtok: '2',
      output_usd_per_mtok: '0',
    });
    const call = { provider: 'p', model: 'hourly', inputTokens: 0, cacheWriteTokens: 10 };
    expect((await turnWith({ ...call, cacheWrite1hTokens: 4 })).cost).toBe('0.000014');
    await expect(turnWith({ ...call, cacheWrite1hTokens: 11 })).rejects.toMatchObject({
      code: 'database_refused',
    });
  });

  it.each([`x'; drop table public.model_prices; --`, '$1', '', '💸'])(
    'takes the name %j for a name',
    async (name) => {
      await addPrice(database, name);
      expect((await turnWith({ provider: 'p', model: name, outputTokens: 0 })).cost).toBe(
        '0.00001',
      );
      expect((await turnWith({ provider: name, model: name })).cost).toBeNull();
    },
  );
});
