import {
  converse,
  createRandom,
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

interface Price {
  model: string;
  source?: 'own' | 'genai-prices';
  from?: string;
  input: string;
  cached?: string | null;
  write?: string | null;
  output: string;
}

async function setPrice(price: Price): Promise<void> {
  await database.pool.query(
    `insert into public.model_prices (provider, model, source, valid_from, input_usd_per_mtok,
         cached_input_usd_per_mtok, cache_write_usd_per_mtok, output_usd_per_mtok)
     values ('p', $1, $2, $3, $4, $5, $6, $7)`,
    [
      price.model,
      price.source ?? 'own',
      price.from ?? '-infinity',
      price.input,
      price.cached ?? null,
      price.write ?? null,
      price.output,
    ],
  );
}

async function costOf(model: string, tokens: number[], at = 'now'): Promise<string | null> {
  const { rows } = await database.pool.query<{ cost: string | null }>(
    `select catb.price_call('p', $1, $2, $3, $4, $5, $6)::text as cost`,
    [model, at, ...tokens],
  );
  return rows[0]!.cost;
}

/** What `call` cost as the ledger has it, through a turn. */
async function ledgerOf(call: Partial<ModelCall>): Promise<Record<string, unknown>> {
  const { sessionId, sessionToken } = await createSession(server);
  const turn = await openTurn(server, sessionToken);
  await finishTurn(server, exampleReply(turn, 'Hi.', { call: exampleCall(call) }));
  const { rows } = await database.pool.query<Record<string, unknown>>(
    `select cost_usd::text as cost, cost_certainty::text as certainty, usage_certainty::text as usage
     from public.model_calls where session_id = $1`,
    [sessionId],
  );
  return rows[0]!;
}

/** Exact: dollars in units of 10^-15, from prices in units of 10^-9 dollars a million tokens. */
function costByHand(tokens: number[], nanoPrices: bigint[]): string {
  const total = tokens.reduce((sum, count, index) => sum + BigInt(count) * nanoPrices[index]!, 0n);
  const digits = total.toString().padStart(16, '0');
  return `${digits.slice(0, -15)}.${digits.slice(-15)}`.replace(/\.?0+$/, '');
}

describe('the cost of a call', () => {
  it('is exact to the last digit, over random prices and usages', async () => {
    const random = createRandom(7);
    for (let round = 0; round < 60; round += 1) {
      const nano = Array.from(
        { length: 4 },
        () => BigInt(random.below(200)) * 1_000_000_000n + BigInt(random.below(1_000_000_000)),
      );
      const [input, cached, write, output] = nano.map(
        (price) => `${price / 1_000_000_000n}.${String(price % 1_000_000_000n).padStart(9, '0')}`,
      );
      const model = `random ${round}`;
      await setPrice({ model, input: input!, cached: cached!, write: write!, output: output! });
      const tokens = Array.from({ length: 4 }, () =>
        random.below(random.pick([2, 5_000, 2 ** 31])),
      );
      expect([tokens, nano, await costOf(model, tokens)]).toEqual([
        tokens,
        nano,
        costByHand(tokens, nano),
      ]);
    }
  });

  it('is by the price of its date', async () => {
    await setPrice({ model: 'dated', input: '1', output: '1' });
    await setPrice({ model: 'dated', from: '2026-03-01Z', input: '2', output: '1' });
    await setPrice({ model: 'dated', from: '2026-06-01Z', input: '3', output: '1' });
    const million = [1_000_000, 0, 0, 0];
    expect(await costOf('dated', million, '2020-01-01Z')).toBe('1');
    expect(await costOf('dated', million, '2026-02-28 23:59:59.999999Z')).toBe('1');
    expect(await costOf('dated', million, '2026-03-01Z')).toBe('2');
    expect(await costOf('dated', million, '2026-12-01Z')).toBe('3');
  });

  it('is by one’s own price before the list price, also before a newer one', async () => {
    await setPrice({
      model: 'both',
      source: 'genai-prices',
      from: '2026-06-01Z',
      input: '9',
      output: '9',
    });
    await setPrice({ model: 'both', source: 'own', from: '2026-01-01Z', input: '2', output: '2' });
    expect(await costOf('both', [1_000_000, 0, 0, 0], '2026-07-01Z')).toBe('2');
    expect(await costOf('both', [1_000_000, 0, 0, 0], '2025-07-01Z')).toBeNull();
  });

  it('is unknown, never zero, for a model without a price', async () => {
    expect(await ledgerOf({ provider: 'p', model: 'nobody knows' })).toEqual({
      cost: null,
      certainty: 'unknown',
      usage: 'exact',
    });
  });

  it('is unknown when tokens of a kind were used that has no price, and known when none were', async () => {
    await setPrice({ model: 'no cache', input: '1', output: '1' });
    expect(await costOf('no cache', [10, 1, 0, 10])).toBeNull();
    expect(await costOf('no cache', [10, 0, 1, 10])).toBeNull();
    expect(await costOf('no cache', [10, 0, 0, 10])).toBe('0.00002');
  });

  it('counts each token in one bucket', async () => {
    await setPrice({ model: 'buckets', input: '1', cached: '0.1', write: '1.25', output: '5' });
    expect(await costOf('buckets', [1_000_000, 1_000_000, 1_000_000, 1_000_000])).toBe('7.35');
    expect(await costOf('buckets', [0, 1_000_000, 0, 0])).toBe('0.1');
  });

  it('is estimated when the usage is, and unknown when the usage is', async () => {
    await setPrice({ model: 'known', input: '1', output: '1' });
    const call = { provider: 'p', model: 'known', inputTokens: 10, outputTokens: 5 };
    expect(await ledgerOf({ ...call, usageCertainty: 'exact' })).toMatchObject({
      cost: '0.000015',
      certainty: 'exact',
    });
    expect(await ledgerOf({ ...call, usageCertainty: 'estimated' })).toMatchObject({
      cost: '0.000015',
      certainty: 'estimated',
    });
    expect(await ledgerOf({ ...call, usageCertainty: 'unknown' })).toMatchObject({
      cost: null,
      certainty: 'unknown',
    });
  });

  it('of the built-in guide is zero, and that is known', async () => {
    expect(await ledgerOf({})).toEqual({ cost: '0', certainty: 'exact', usage: 'exact' });
  });
});

describe('the ledger', () => {
  it('bills a request once, however often its id comes in', async () => {
    const { sessionId, sessionToken } = await createSession(server);
    const call = exampleCall({ requestId: 'the same' });
    const turn = await openTurn(server, sessionToken);
    await failTurn(server, { ...turn, apology: 'Sorry.', tokenCount: 2, call });
    await finishTurn(server, exampleReply(turn, 'After all.', { call }));
    await rowsMustMatch(
      database.pool,
      'select count(*)::int as calls from public.model_calls where session_id = $1',
      [{ calls: 1 }],
      [sessionId],
    );
  });

  it.each(['inputTokens', 'cachedInputTokens', 'cacheWriteTokens', 'outputTokens', 'latencyMs'])(
    'takes no negative %s',
    async (field) => {
      await expect(ledgerOf({ [field]: -1 })).rejects.toMatchObject({ code: 'database_refused' });
    },
  );

  it('takes no cost beside "unknown", and none but "unknown" without one', async () => {
    const { sessionId, sessionToken } = await createSession(server);
    await converse(server, sessionToken);
    for (const change of [`cost_certainty = 'unknown'`, 'cost_usd = null']) {
      await mustRefuse(
        database.pool.query(`update public.model_calls set ${change} where session_id = $1`, [
          sessionId,
        ]),
        '23514',
        /cost_known_unless_unknown/,
      );
    }
  });
});

describe('a price', () => {
  it.each(['-0.01', 'NaN', 'Infinity'])('of %s is refused', async (input) => {
    await mustRefuse(setPrice({ model: 'bad', input, output: '1' }), '23514');
    await mustRefuse(setPrice({ model: 'bad', input: '1', output: '1', cached: input }), '23514');
  });
});
