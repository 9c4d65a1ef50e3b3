/** In charge of price rows for tests, of which a test names what it is about. */
import type { TestDatabase } from '@catb/database/testing';

/** Adds a price row of the provider `p`; every price is a dollar unless it is named. */
export async function addPrice(
  database: TestDatabase,
  model: string,
  fields: Record<string, unknown> = {},
): Promise<void> {
  const row = {
    provider: 'p',
    model,
    source: 'own',
    valid_from: '-infinity',
    from_utc_time: '00:00',
    from_input_tokens: 0,
    input_usd_per_mtok: '1',
    cached_input_usd_per_mtok: '1',
    cache_write_usd_per_mtok: '1',
    cache_write_1h_usd_per_mtok: '1',
    output_usd_per_mtok: '1',
    ...fields,
  };
  const columns = Object.keys(row);
  await database.pool.query(
    `insert into public.model_prices (${columns.join(', ')})
     values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}

/** Tokens: input, cached input, cache writes, output, of the writes those for an hour. */
export async function costOf(
  database: TestDatabase,
  model: string,
  tokens: number[],
  at = 'now',
): Promise<string | null> {
  const { rows } = await database.pool.query<{ cost: string | null }>(
    `select catb.price_call('p', $1, $2, $3, $4, $5, $6, $7)::text as cost`,
    [model, at, ...tokens, ...(tokens.length === 4 ? [0] : [])],
  );
  return rows[0]?.cost ?? null;
}
