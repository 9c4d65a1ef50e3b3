/** In charge of keeping a list price in `public.model_prices`; the owner's work, not the server's. */
import pg from 'pg';
import { poolerOf } from '../connection/pooler.ts';
import { toCatbError } from '../connection/to-catb-error.ts';

/** Prices in US dollars per million tokens, as decimal strings; null: not stated. */
export interface ModelPrice {
  provider: string;
  model: string;
  inputUsdPerMtok: string;
  cachedInputUsdPerMtok: string | null;
  cacheWriteUsdPerMtok: string | null;
  outputUsdPerMtok: string;
}

/** The statement, with the price's fields in the order of {@link ModelPrice}. */
export const setModelPriceText = `with newest as (
    select p.* from public.model_prices p
    where p.provider = $1 and p.model = $2 and p.source = 'genai-prices'
    order by p.valid_from desc limit 1)
insert into public.model_prices (provider, model, source, valid_from, input_usd_per_mtok,
    cached_input_usd_per_mtok, cache_write_usd_per_mtok, output_usd_per_mtok)
select $1, $2, 'genai-prices',
    case when exists (select from newest) then now() else '-infinity' end,
    trim_scale($3::numeric), trim_scale($4::numeric), trim_scale($5::numeric), trim_scale($6::numeric)
where not exists (
    select from newest n
    where (n.input_usd_per_mtok, n.cached_input_usd_per_mtok, n.cache_write_usd_per_mtok, n.output_usd_per_mtok)
        is not distinct from ($3::numeric, $4::numeric, $5::numeric, $6::numeric))
on conflict do nothing`;

/**
 * Adds the price from now on, unless the newest list price is the same. The first price of a model
 * is valid for all time before it, since nothing older is known.
 */
export async function setModelPrice(ownerUrl: string, price: ModelPrice): Promise<void> {
  const client = new pg.Client({ connectionString: poolerOf(ownerUrl).url });
  try {
    await client.connect();
    await client.query(setModelPriceText, [
      price.provider,
      price.model,
      price.inputUsdPerMtok,
      price.cachedInputUsdPerMtok,
      price.cacheWriteUsdPerMtok,
      price.outputUsdPerMtok,
    ]);
  } catch (error) {
    throw toCatbError(error, 'store the price of a model');
  } finally {
    await client.end().catch(() => undefined);
  }
}
