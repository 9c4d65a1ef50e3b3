/** In charge of bringing the list prices into the database, as its owner. */
import type pg from 'pg';
import { toCatbError } from '../connection/to-catb-error.ts';
import { addListPrices, type AddedPrices, type ListPrice } from '../operations/add-list-prices.ts';
import { withOwnConnection } from '../transfer/connect.ts';
import { findListedModel, listedProviders, namesOf, type ModelName } from './price-list.ts';
import { toPriceRows } from './to-price-rows.ts';

/** Which models; all of them when neither is given. */
export interface SyncOptions {
  /** The database as its owner. */
  url: string;
  provider?: string | undefined;
  /** A name as calls have it; needs the provider. */
  model?: string | undefined;
}

/** A model that has no list price here, and why. */
export interface UnpricedModel extends ModelName {
  reason: string;
}

/** What a sync did. */
export interface SyncReport {
  /** Names of models that the list has a price for. */
  listed: number;
  /** Rows added, and of how many models; 0 when nothing is new. */
  added: AddedPrices;
  /** Models of the list whose price the ledger can't hold. */
  leftOut: UnpricedModel[];
  /** Models that were asked for, or that calls were made to, without a list price. */
  unknown: ModelName[];
}

/**
 * Adds list prices with their dates, hours and tiers: of every name in the list, and of every name that
 * calls were made to. Run twice, it adds nothing the second time. Own prices are not touched.
 *
 * @throws CatbError `DATABASE_UNREACHABLE`, `database_…`
 */
export async function syncPrices({ url, provider, model }: SyncOptions): Promise<SyncReport> {
  return await withOwnConnection(url, 'catb prices', async (client) => {
    const isMeant = (name: ModelName) => provider === undefined || name.provider === provider;
    const named = model === undefined ? [] : [{ provider: provider ?? '', model }];
    const asked = model === undefined ? (await calledModels(client)).filter(isMeant) : named;
    const known = model === undefined ? (await listedNames()).filter(isMeant) : [];
    const { prices, leftOut, unknown } = collectPrices([...asked, ...known]);
    const added = await addListPrices(client, prices);
    const listed = new Set(prices.map((price) => JSON.stringify([price.provider, price.model])));
    return { listed: listed.size, added, leftOut, unknown };
  });
}

/** The rows of these models, once each. */
export function collectPrices(names: readonly ModelName[]): {
  prices: ListPrice[];
  leftOut: UnpricedModel[];
  unknown: ModelName[];
} {
  const distinct = new Map(
    names.map((name) => [JSON.stringify([name.provider, name.model]), name]),
  );
  const prices: ListPrice[] = [];
  const leftOut: UnpricedModel[] = [];
  const unknown: ModelName[] = [];
  for (const name of distinct.values()) {
    const entry = findListedModel(name);
    if (entry === null) {
      unknown.push(name);
      continue;
    }
    try {
      prices.push(...toPriceRows(name, entry));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      leftOut.push({ ...name, reason: error.message });
    }
  }
  return { prices, leftOut, unknown };
}

/** Every name that the list can tell. */
export async function listedNames(): Promise<ModelName[]> {
  return (await listedProviders()).flatMap((provider) =>
    namesOf(provider).map((model) => ({ provider: provider.id, model })),
  );
}

/** The models that calls were made to; those with a price of one's own need none of the list. */
async function calledModels(client: pg.Client): Promise<ModelName[]> {
  try {
    const { rows } = await client.query<ModelName>(
      `select c.provider, c.model from (select distinct provider, model from public.model_calls) c
       where not exists (
           select from public.model_prices p
           where p.provider = c.provider and p.model = c.model and p.source = 'own')
       order by c.provider, c.model`,
    );
    return rows;
  } catch (error) {
    throw toCatbError(error, 'read which models were called');
  }
}
