/** In charge of the prices of a demo's models in `public.model_prices`. */
import type pg from 'pg';
import { demoPrices, demoProvider } from './demo-models.ts';

/** Adds the prices, one of which changes at this time. A price that is there already stays. */
export async function storeDemoPrices(client: pg.Client, cheaperFrom: Date): Promise<void> {
  for (const { model, from, input, cachedInput, cacheWrite, output } of demoPrices(cheaperFrom)) {
    await client.query(
      `insert into public.model_prices (provider, model, source, valid_from, input_usd_per_mtok,
           cached_input_usd_per_mtok, cache_write_usd_per_mtok, output_usd_per_mtok)
       values ($1, $2, 'own', coalesce($3::timestamptz, '-infinity'), $4, $5, $6, $7)
       on conflict do nothing`,
      [demoProvider, model, from, input, cachedInput, cacheWrite, output],
    );
  }
}

/** Removes them, but those that a call names which is no demo's: the database would refuse. */
export async function removeDemoPrices(client: pg.Client): Promise<void> {
  await client.query(
    `delete from public.model_prices p
     where p.provider = $1
       and not exists (select from public.model_calls c where c.price_id = p.id)`,
    [demoProvider],
  );
}
