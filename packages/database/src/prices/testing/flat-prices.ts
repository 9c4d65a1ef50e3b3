/** In charge of the flat price list of the day of the recorded usage: a second source of prices. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ListPrice } from '../../operations/add-list-prices.ts';
import { findListedModel, type ModelName } from '../price-list.ts';
import { goldenFolder } from './golden-cases.ts';

type FlatRow = Record<string, string>;

/** The prices of these models, under provider names of their own: `flat anthropic`. */
export function flatPrices(names: readonly ModelName[]): ListPrice[] {
  const rows = readRows();
  const distinct = new Map(names.map((name) => [`${name.provider} ${name.model}`, name]));
  return [...distinct.values()].flatMap((name) => {
    const id = findListedModel(name)?.id;
    return rows
      .filter((row) => row['provider_id'] === name.provider && row['model_id'] === id)
      .filter((row) => row['input_usd_per_mtok'] || row['output_usd_per_mtok'])
      .map((row) => toPrice(name, row));
  });
}

function toPrice({ provider, model }: ModelName, row: FlatRow): ListPrice {
  const stated = (field: string) => row[field] || null;
  const input = stated('input_usd_per_mtok');
  const cacheWrite = stated('cache_write_usd_per_mtok') ?? input;
  const start = Number(row['tier_start_tokens']);
  return {
    provider: `flat ${provider}`,
    model,
    valid_from: stated('valid_from') ?? '-infinity',
    from_utc_time: firstHour(stated('other_constraint')),
    from_input_tokens: start === 0 ? 0 : start + 1,
    input_usd_per_mtok: input,
    cached_input_usd_per_mtok: stated('cache_read_usd_per_mtok') ?? input,
    cache_write_usd_per_mtok: cacheWrite,
    cache_write_1h_usd_per_mtok: stated('cache_write_1h_usd_per_mtok') ?? cacheWrite,
    output_usd_per_mtok: stated('output_usd_per_mtok'),
    call_usd: null,
  };
}

/** A price of some hours counts from the first of them on; until when does not matter here. */
function firstHour(constraint: string | null): string {
  return /"start_time": "(\d\d:\d\d:\d\d)Z"/.exec(constraint ?? '')?.[1] ?? '00:00:00';
}

function readRows(): FlatRow[] {
  const text = readFileSync(path.join(goldenFolder, 'prices_flat.csv'), 'utf8').trimEnd();
  const [head = '', ...lines] = text.split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const fields = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) =>
      field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
    );
    return Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']));
  });
}
