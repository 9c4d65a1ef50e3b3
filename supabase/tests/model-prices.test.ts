import {
  createTestDatabase,
  exampleCall,
  exampleReply,
  mustRefuse,
  openServer,
  openTurn,
  permissionDenied,
  rowsMustMatch,
  type TestDatabase,
} from '@catb/database/testing';
import { createSession, finishTurn, type Database, type ModelCall } from '@catb/database';
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

const million = 1_000_000;

describe('a price by the length of the input', () => {
  beforeAll(async () => {
    await addPrice(database, 'long', { output_usd_per_mtok: '5' });
    await addPrice(database, 'long', {
      from_input_tokens: 200_001,
      input_usd_per_mtok: '2',
      output_usd_per_mtok: '7',
    });
  });

  it('is for every token of the call once the input is that long, not only for those beyond', async () => {
    expect(await costOf(database, 'long', [200_000, 0, 0, million])).toBe('5.2');
    expect(await costOf(database, 'long', [200_001, 0, 0, million])).toBe('7.400002');
  });

  it('counts what was cached and written to a cache as well', async () => {
    expect(await costOf(database, 'long', [1, 100_000, 100_000, million])).toBe('7.200002');
    expect(await costOf(database, 'long', [0, 100_000, 100_000, million])).toBe('5.2');
  });

  it('stands behind a newer date, whatever the length', async () => {
    await addPrice(database, 'long', { valid_from: '2026-06-01Z', input_usd_per_mtok: '9' });
    expect(await costOf(database, 'long', [300_000, 0, 0, 0], '2026-06-02Z')).toBe('2.7');
    expect(await costOf(database, 'long', [300_000, 0, 0, 0], '2026-05-31Z')).toBe('0.6');
  });
});

describe('a price by the hour of the day', () => {
  beforeAll(async () => {
    await addPrice(database, 'hours');
    await addPrice(database, 'hours', { from_utc_time: '00:30', input_usd_per_mtok: '3' });
    await addPrice(database, 'hours', { from_utc_time: '16:30' });
  });

  it.each([
    ['2026-01-01T00:29:59.999999Z', '1'],
    ['2026-01-01T00:30:00Z', '3'],
    ['2026-01-01T16:29:59.999999Z', '3'],
    ['2026-01-01T16:30:00Z', '1'],
    // The same moment, written in another zone.
    ['2026-01-01T17:29:59+01:00', '3'],
  ])('at %s is %s', async (at, cost) => {
    expect(await costOf(database, 'hours', [million, 0, 0, 0], at)).toBe(cost);
  });

  it('is by UTC whatever the zone of the connection is', async () => {
    const client = await database.pool.connect();
    try {
      await client.query(`set timezone to 'Asia/Tokyo'`);
      const { rows } = await client.query(
        `select catb.price_call('p', 'hours', '2026-01-01T16:29:59Z', 1000000, 0, 0, 0)::text as cost`,
      );
      expect(rows).toEqual([{ cost: '3' }]);
    } finally {
      client.release(true);
    }
  });
});

describe('a price of a kind', () => {
  it('for an hour in the cache is apart from the shorter ones', async () => {
    await addPrice(database, 'cache', {
      cache_write_usd_per_mtok: '1.25',
      cache_write_1h_usd_per_mtok: '2',
    });
    expect(await costOf(database, 'cache', [0, 0, million, 0, 0])).toBe('1.25');
    expect(await costOf(database, 'cache', [0, 0, million, 0, 400_000])).toBe('1.55');
    expect(await costOf(database, 'cache', [0, 0, million, 0, million])).toBe('2');
  });

  it('that is not stated makes the cost unknown where such tokens were used, and only there', async () => {
    await addPrice(database, 'input only', {
      output_usd_per_mtok: null,
      cache_write_1h_usd_per_mtok: null,
    });
    expect(await costOf(database, 'input only', [million, 0, 0, 0])).toBe('1');
    expect(await costOf(database, 'input only', [million, 0, 0, 1])).toBeNull();
    expect(await costOf(database, 'input only', [0, 0, 5, 0, 1])).toBeNull();
  });

  it('of zero is known to be zero', async () => {
    await addPrice(database, 'free', { input_usd_per_mtok: '0', output_usd_per_mtok: '0' });
    const { sessionId, cost } = await turnWith({ provider: 'p', model: 'free' });
    expect(cost).toBe('0');
    await rowsMustMatch(
      database.pool,
      'select cost_usd::text, cost_certainty::text from public.model_calls where session_id = $1',
      [{ cost_usd: '0', cost_certainty: 'exact' }],
      [sessionId],
    );
  });

  it('for each call is added once', async () => {
    await addPrice(database, 'fee', { call_usd: '0.012' });
    expect(await costOf(database, 'fee', [million, 0, 0, 0])).toBe('1.012');
    expect(await costOf(database, 'fee', [0, 0, 0, 0])).toBe('0.012');
  });

  it.each(['-0.01', 'NaN', 'Infinity', '-Infinity'])('is not %s', async (price) => {
    for (const column of ['cache_write_1h_usd_per_mtok', 'call_usd', 'input_usd_per_mtok']) {
      await mustRefuse(addPrice(database, 'bad', { [column]: price }), '23514');
    }
  });

  it('is one of input, output or the call: a row without any is refused', async () => {
    const none = { input_usd_per_mtok: null, output_usd_per_mtok: null };
    await mustRefuse(addPrice(database, 'nothing', none), '23514', /something_has_a_price/);
    await mustRefuse(addPrice(database, 'early', { from_input_tokens: -1 }), '23514');
    await mustRefuse(addPrice(database, 'late', { from_utc_time: '24:00' }), '23514');
  });
});

describe('a price that is stored', () => {
  it.each([
    'update public.model_prices set input_usd_per_mtok = 0',
    'delete from public.model_prices',
    'truncate public.model_prices',
  ])('stays what it is: %s', async (statement) => {
    await mustRefuse(database.pool.query(statement), 'MU030');
  });

  it('is out of reach of everybody but the owner', async () => {
    for (const role of ['anon', 'authenticated', 'service_role', 'catb_server', 'catb_analyst']) {
      for (const statement of [
        'select * from public.model_prices',
        `select catb.add_own_price('p', 'm', now(), 0, 0)`,
        `select catb.add_list_prices('[]')`,
        `select catb.price_usage('p', 'm', now(), 1, 1, 1, 1, 0)`,
        `insert into public.model_prices (provider, model, source, valid_from, input_usd_per_mtok)
         values ('p', 'm', 'own', now(), 0)`,
      ]) {
        await database.as(role, async (client) => {
          await mustRefuse(client.query(statement), permissionDenied);
        });
      }
    }
  });
});
