/** In charge of a price of one's own: calls `catb.add_own_price`. The owner's work, not the server's. */
import { toCatbError } from '../connection/to-catb-error.ts';
import { withOwnConnection } from '../transfer/connect.ts';

/** Prices in US dollars per million tokens, as decimal strings; null: not stated. */
export interface OwnPrice {
  provider: string;
  model: string;
  /** From when on it counts: a timestamp, `now`, or `-infinity` for every call, also those of before. */
  validFrom: string;
  inputUsdPerMtok: string;
  outputUsdPerMtok: string;
  cachedInputUsdPerMtok: string | null;
  cacheWriteUsdPerMtok: string | null;
  cacheWrite1hUsdPerMtok: string | null;
}

/**
 * Adds it. It comes before every list price, from its date on.
 *
 * @param ownerUrl the database as its owner
 * @returns false when exactly this price was there already
 * @throws CatbError `price_date_taken` when another price of one's own has this date; `DATABASE_UNREACHABLE`
 */
export async function addOwnPrice(ownerUrl: string, price: OwnPrice): Promise<boolean> {
  return await withOwnConnection(ownerUrl, 'catb prices', async (client) => {
    try {
      const { rows } = await client.query<{ isNew: boolean }>(
        'select catb.add_own_price($1, $2, $3, $4, $5, $6, $7, $8) as "isNew"',
        [
          price.provider,
          price.model,
          price.validFrom,
          price.inputUsdPerMtok,
          price.outputUsdPerMtok,
          price.cachedInputUsdPerMtok,
          price.cacheWriteUsdPerMtok,
          price.cacheWrite1hUsdPerMtok,
        ],
      );
      return rows[0]?.isNew ?? false;
    } catch (error) {
      throw toCatbError(error, 'store a price');
    }
  });
}
