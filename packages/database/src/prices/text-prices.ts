/** In charge of what a price of the list charges for text: the buckets of the ledger, by length of input. */
import type { ModelPrice } from '@pydantic/genai-prices';
import type { ListPrice } from '../operations/add-list-prices.ts';
import { shiftPoint, toDecimal } from './to-decimal.ts';

/** The fields of a row that are prices, from one length of input on. */
export type TextPrices = Omit<ListPrice, 'provider' | 'model' | 'valid_from' | 'from_utc_time'>;

const textKeys = [
  'input_mtok',
  'cache_read_mtok',
  'cache_write_mtok',
  'cache_write_1h_mtok',
  'output_mtok',
  'requests_kcount',
] as const;
type TextKey = (typeof textKeys)[number];

/** Charges for what is not text, or only where it was asked for; a usage that has any says so. */
const chargedApart =
  /(audio|image|video|document|citation|text_messages)\w*_(mtok|kcount|hours|kpages)$|searches_kcount$|^audio_hours$/;

/**
 * The prices for text, shortest input first. As the list means them: a tier is for the whole call once
 * its input is longer than where the tier starts, and what has no price of its own is charged as what
 * it is part of, a cache's reads and writes as input, an hour's as any other.
 *
 * @throws RangeError saying what the rows can't hold
 */
export function readTextPrices(prices: ModelPrice): TextPrices[] {
  const unknown = Object.keys(prices).find(
    (key) => !(textKeys as readonly string[]).includes(key) && !chargedApart.test(key),
  );
  if (unknown !== undefined) throw new RangeError(`it charges ${unknown} apart`);
  if (!textKeys.some((key) => prices[key] !== undefined)) {
    throw new RangeError('it has no price for text');
  }
  return startsOf(prices).map((start) => {
    const at = (key: TextKey) => priceAt(prices, key, start);
    const input = at('input_mtok');
    const cacheWrite = at('cache_write_mtok') ?? input;
    const thousandCalls = at('requests_kcount');
    return {
      from_input_tokens: start,
      input_usd_per_mtok: input,
      cached_input_usd_per_mtok: at('cache_read_mtok') ?? input,
      cache_write_usd_per_mtok: cacheWrite,
      cache_write_1h_usd_per_mtok: at('cache_write_1h_mtok') ?? cacheWrite,
      output_usd_per_mtok: at('output_mtok'),
      call_usd: thousandCalls === null ? null : shiftPoint(thousandCalls, -3),
    };
  });
}

/** The lengths of input from which on a price is another one. */
function startsOf(prices: ModelPrice): number[] {
  const starts = textKeys.flatMap((key) => {
    const price = prices[key];
    return typeof price === 'object' ? price.tiers.map((tier) => tier.start + 1) : [];
  });
  return [...new Set([0, ...starts])].sort((a, b) => a - b);
}

function priceAt(prices: ModelPrice, key: TextKey, inputTokens: number): string | null {
  const price = prices[key];
  if (price === undefined) return null;
  if (typeof price === 'number') return toDecimal(price);
  const tiers = price.tiers.toSorted((a, b) => a.start - b.start);
  return toDecimal(tiers.findLast(({ start }) => inputTokens > start)?.price ?? price.base);
}
