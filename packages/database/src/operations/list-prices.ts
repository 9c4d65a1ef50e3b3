/** In charge of showing the prices that are stored. The owner's work, not the server's. */
import { toCatbError } from '../connection/to-catb-error.ts';
import type { PriceSource } from '../rows.generated.ts';
import { withOwnConnection } from '../transfer/connect.ts';

/** A stored price. Prices are decimal strings in US dollars, null where not stated. */
export interface StoredPrice {
  id: string;
  provider: string;
  model: string;
  source: PriceSource;
  /** A timestamp in UTC; null: for all time before. */
  validFrom: string | null;
  /** `00:00:00` for the whole day, unless another row of the same date follows. */
  fromUtcTime: string;
  fromInputTokens: number;
  inputUsdPerMtok: string | null;
  cachedInputUsdPerMtok: string | null;
  cacheWriteUsdPerMtok: string | null;
  cacheWrite1hUsdPerMtok: string | null;
  outputUsdPerMtok: string | null;
  callUsd: string | null;
  /** Whether calls at that moment are priced by it. */
  isUsed: boolean;
}

/** Which prices. */
export interface PriceFilter {
  provider?: string | undefined;
  model?: string | undefined;
  /** A timestamp; default: now. */
  at?: string | undefined;
  /** Also those that are over, still to come, or overridden. */
  all?: boolean | undefined;
}

const text = `
select * from (
    select p.id::text, p.provider, p.model, p.source::text,
        case when isfinite(p.valid_from)
            then to_char(p.valid_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end as "validFrom",
        p.from_utc_time::text as "fromUtcTime", p.from_input_tokens as "fromInputTokens",
        p.input_usd_per_mtok::text as "inputUsdPerMtok",
        p.cached_input_usd_per_mtok::text as "cachedInputUsdPerMtok",
        p.cache_write_usd_per_mtok::text as "cacheWriteUsdPerMtok",
        p.cache_write_1h_usd_per_mtok::text as "cacheWrite1hUsdPerMtok",
        p.output_usd_per_mtok::text as "outputUsdPerMtok", p.call_usd::text as "callUsd",
        p.valid_from <= at.moment and not exists (
            select from public.model_prices better
            where better.provider = p.provider and better.model = p.model and better.valid_from <= at.moment
              and (better.source < p.source or better.source = p.source and better.valid_from > p.valid_from)) as "isUsed",
        row_number() over (order by p.provider, p.model, p.source, p.valid_from desc, p.from_utc_time, p.from_input_tokens)
            as place
    from public.model_prices p
    cross join (select coalesce($1::timestamptz, now()) as moment) at
    where ($2::text is null or p.provider = $2) and ($3::text is null or p.model = $3)) as prices
where "isUsed" or $4
order by place`;

/**
 * The prices that calls are priced by at a moment; with `all` the whole history.
 *
 * @param ownerUrl the database as its owner
 * @throws CatbError `DATABASE_UNREACHABLE`, `database_…`
 */
export async function listPrices(
  ownerUrl: string,
  { provider, model, at, all = false }: PriceFilter = {},
): Promise<StoredPrice[]> {
  return await withOwnConnection(ownerUrl, 'catb prices', async (client) => {
    try {
      const values = [at ?? null, provider ?? null, model ?? null, all];
      const { rows } = await client.query<StoredPrice & { place: string }>(text, values);
      return rows.map(({ place: _place, ...price }) => price);
    } catch (error) {
      throw toCatbError(error, 'read the prices');
    }
  });
}
