import { calcPrice } from '@pydantic/genai-prices';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addListPrices, type ListPrice } from '../operations/add-list-prices.ts';
import { addOwnPrice } from '../operations/add-own-price.ts';
import { createSession } from '../operations/create-session.ts';
import { finishTurn } from '../operations/finish-turn.ts';
import { createRandom } from '../random.ts';
import { exampleCall, exampleReply, openTurn } from '../testing/example-turn.ts';
import { openServer } from '../testing/open-server.ts';
import { rowsMustMatch } from '../testing/rows-must-match.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { withOwnConnection } from '../transfer/connect.ts';
import { listedNames, syncPrices } from './sync-prices.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const sync = (provider?: string, model?: string) =>
  syncPrices({ url: database.url, provider, model });

describe('the list prices in the database', () => {
  it('are added once, and say which models they can not hold', async () => {
    const first = await sync();
    expect(first.added.models).toBe(first.listed);
    expect(first.listed).toBeGreaterThan(2_000);
    expect([...new Set(first.leftOut.map(({ reason }) => reason))].sort()).toEqual([
      'it charges output_reasoning_mtok apart',
      'it has no price for text',
    ]);
    expect(first.unknown).toEqual([]);
    expect((await sync()).added).toEqual({ models: 0, added: 0 });
  });

  it('cost what the list itself says, for every model, at any time and length', async () => {
    const random = createRandom(11);
    const cases = (await listedNames()).flatMap(({ provider, model }) => {
      const [cached, write, output] = [0, 1, 2].map(() => random.below(random.pick([1, 90_000])));
      const input = random.below(random.pick([9_000, 300_000]));
      // Dates at which prices changed and will, and every hour of the day.
      const at = new Date(Date.UTC(2025, 0, 1) + random.below(800 * 24 * 60) * 60_000);
      const usage = {
        input_tokens: input + cached! + write!,
        cache_read_tokens: cached!,
        cache_write_tokens: write!,
        output_tokens: output!,
      };
      const price = calcPrice(usage, model, { providerId: provider, timestamp: at });
      return { provider, model, at, input, cached, write, output, expected: price!.total_price };
    });
    const { rows } = await database.pool.query<{
      cost: number | null;
      expected: number;
      model: string;
    }>(
      `select model, expected, catb.price_call(provider, model, at, input, cached, write, output)::float8 as cost
       from jsonb_to_recordset($1) as c (provider text, model text, at timestamptz, input integer,
           cached integer, write integer, output integer, expected float8)`,
      [JSON.stringify(cases)],
    );
    const priced = rows.filter(({ cost }) => cost !== null);
    expect(priced.length).toBeGreaterThan(2_000);
    // The list computes in floating point: to its last digits only.
    const wrong = priced.filter(
      ({ cost, expected }) => Math.abs(cost! - expected) > 1e-9 * (1 + expected),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['anthropic', 'claude-sonnet-4-5-20250929', '3'],
    ['openai', 'gpt-5-nano-2025-08-07', '0.05'],
    ['azure', 'claude-haiku-4-5-20251001', '1'],
  ])('are found by a name that only a rule tells: %s %s', async (provider, model, price) => {
    expect(await sync(provider, model)).toMatchObject({ listed: 1 });
    const { rows } = await database.pool.query(
      `select catb.price_call($1, $2, '2026-01-01Z', 100000, 0, 0, 0)::text as cost`,
      [provider, model],
    );
    expect(rows).toEqual([{ cost: String(Number(price) / 10) }]);
  });

  it('are added for the models that calls were made to, and those without one are named', async () => {
    const server = await openServer(database);
    try {
      const { sessionToken } = await createSession(server);
      for (const model of ['claude-haiku-4-5-20990101', 'nobody knows', 'my own']) {
        const turn = await openTurn(server, sessionToken);
        const call = exampleCall({ provider: 'anthropic', model });
        await finishTurn(server, exampleReply(turn, 'Hi.', { call }));
      }
    } finally {
      await server.close();
    }
    await addOwnPrice(database.url, {
      provider: 'anthropic',
      model: 'my own',
      validFrom: '-infinity',
      inputUsdPerMtok: '1',
      outputUsdPerMtok: '1',
      cachedInputUsdPerMtok: null,
      cacheWriteUsdPerMtok: null,
      cacheWrite1hUsdPerMtok: null,
    });
    const { added, unknown } = await sync('anthropic');
    expect(added).toEqual({ models: 1, added: 1 });
    expect(unknown).toEqual([{ provider: 'anthropic', model: 'nobody knows' }]);
  });

  it('of two that sync at once are added once', async () => {
    const other = await createTestDatabase();
    try {
      const both = await Promise.all([
        syncPrices({ url: other.url, provider: 'anthropic' }),
        syncPrices({ url: other.url, provider: 'anthropic' }),
      ]);
      expect(both.map(({ added }) => added.added > 0).sort()).toEqual([false, true]);
    } finally {
      await other.drop();
    }
  });
});

describe('a list that changes', () => {
  const row = (
    model: string,
    from: string,
    input: string,
    more: Partial<ListPrice> = {},
  ): ListPrice => ({
    provider: 'changing',
    model,
    valid_from: from,
    from_utc_time: '00:00:00',
    from_input_tokens: 0,
    input_usd_per_mtok: input,
    cached_input_usd_per_mtok: null,
    cache_write_usd_per_mtok: null,
    cache_write_1h_usd_per_mtok: null,
    output_usd_per_mtok: '1',
    call_usd: null,
    ...more,
  });
  const add = (...rows: ListPrice[]) =>
    withOwnConnection(database.url, 'test', (client) => addListPrices(client, rows));
  const pricesOf = async (model: string) =>
    (
      await database.pool.query<{ from: string; input: string }>(
        `select case when valid_from = '-infinity' then 'always'
                when valid_from between now() - interval '1 minute' and now() then 'now'
                else to_char(valid_from at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') end as from,
            input_usd_per_mtok::text || case when from_input_tokens > 0 then ' long' else '' end as input
         from public.model_prices where model = $1 order by valid_from, from_input_tokens`,
        [model],
      )
    ).rows.map(({ from, input }) => `${from}: ${input}`);

  it('adds a new date at that date, and keeps what was before', async () => {
    await add(row('dated', '-infinity', '3.00'));
    await add(row('dated', '-infinity', '3'), row('dated', '2999-01-01Z', '2'));
    expect(await pricesOf('dated')).toEqual(['always: 3', '2999-01-01 00:00:00.000000: 2']);
  });

  it('that says another price for the same date counts from now on', async () => {
    await add(row('mended', '-infinity', '3'));
    expect(await add(row('mended', '-infinity', '4'))).toEqual({ models: 1, added: 1 });
    expect(await add(row('mended', '-infinity', '4'))).toEqual({ models: 0, added: 0 });
    expect(await pricesOf('mended')).toEqual(['always: 3', 'now: 4']);
  });

  it('takes a tier away as well as it adds one', async () => {
    const long = row('tiered', '-infinity', '6', { from_input_tokens: 200_001 });
    await add(row('tiered', '-infinity', '3'));
    await add(row('tiered', '-infinity', '3'), long);
    await database.pool.query(`select pg_sleep(0.01)`);
    await add(row('tiered', '-infinity', '3'));
    expect(await pricesOf('tiered')).toEqual(['always: 3', 'now: 3', 'now: 6 long', 'now: 3']);
  });

  it('can correct a price before it has come, as often as it likes', async () => {
    await add(row('coming', '2999-01-01Z', '2'));
    for (const price of ['3', '4', '4']) await add(row('coming', '2999-01-01Z', price));
    expect(await pricesOf('coming')).toEqual([
      '2999-01-01 00:00:00.000000: 2',
      '2999-01-01 00:00:00.000001: 3',
      '2999-01-01 00:00:00.000002: 4',
    ]);
  });

  it('can learn of the past: a price that is over is added at its date', async () => {
    await add(row('past', '-infinity', '1'), row('past', '2020-01-01Z', '3'));
    await add(
      row('past', '-infinity', '1'),
      row('past', '2019-01-01Z', '2'),
      row('past', '2020-01-01Z', '3'),
    );
    // What is stored for a date that is over stays: no call is billed by it any more.
    await add(row('past', '-infinity', '9'), row('past', '2020-01-01Z', '3'));
    expect(await pricesOf('past')).toEqual([
      'always: 1',
      '2019-01-01 00:00:00.000000: 2',
      '2020-01-01 00:00:00.000000: 3',
    ]);
  });

  it('takes a price for wrong as the table does', async () => {
    await expect(add(row('wrong', '-infinity', '-1'))).rejects.toMatchObject({
      code: 'database_refused',
    });
    await rowsMustMatch(database.pool, `select from public.model_prices where model = 'wrong'`, []);
  });
});
