/** In charge of adding what is new in a price list: calls `catb.add_list_prices`. The owner's work, not the server's. */
import type pg from 'pg';
import { toCatbError } from '../connection/to-catb-error.ts';
import type { ModelPricesRow } from '../rows.generated.ts';

/** A row of a price list. Prices are decimal strings in US dollars; `valid_from` is a timestamp or `-infinity`. */
export type ListPrice = Omit<ModelPricesRow, 'id' | 'source' | 'valid_from'> & {
  valid_from: string;
};

/** What was added. */
export interface AddedPrices {
  /** Rows. */
  added: number;
  /** Models that they belong to. */
  models: number;
}

/** The statement; its value is the rows as JSON. */
export const addListPricesText = 'select models, added from catb.add_list_prices($1)';

/**
 * Adds the rows that are not stored yet, and leaves own prices alone. Every row that the list has of a
 * model must be there: the rows of one date are one price.
 *
 * @param client connected as the owner
 */
export async function addListPrices(
  client: pg.Client,
  prices: readonly ListPrice[],
): Promise<AddedPrices> {
  try {
    const { rows } = await client.query<AddedPrices>(addListPricesText, [JSON.stringify(prices)]);
    return rows[0] ?? { added: 0, models: 0 };
  } catch (error) {
    throw toCatbError(error, 'store list prices');
  }
}
