/** In charge of turning an entry of the price list into the rows of `public.model_prices` that say the same. */
import type { ConditionalPrice, ModelInfo, ModelPrice } from '@pydantic/genai-prices';
import type { ListPrice } from '../operations/add-list-prices.ts';
import { formatTimeOfDay, isWithin, readTimeOfDay, type DailyHours } from './daily-hours.ts';
import type { ModelName } from './price-list.ts';
import { readTextPrices } from './text-prices.ts';

/** A price of the list, and when it holds: an entry's last one that holds is the one that counts. */
interface Condition {
  prices: ModelPrice;
  /** A timestamp; null when it holds on every date. */
  from: string | null;
  hours: DailyHours | null;
}

const always = '-infinity';

/**
 * The rows of one model: for each date at which its price changes, each hour of the day at which it
 * does, and each length of input.
 *
 * @throws RangeError saying what of the price these rows can't hold
 */
export function toPriceRows(name: ModelName, entry: ModelInfo): ListPrice[] {
  const conditions = readConditions(entry);
  const dates = [always, ...conditions.flatMap(({ from }) => from ?? [])];
  return [...new Set(dates)].sort().flatMap((date) =>
    startsOfHours(conditions).flatMap((second, index, seconds) => {
      const prices = pricesAt(conditions, date, second);
      const before = seconds[index - 1];
      if (before !== undefined && pricesAt(conditions, date, before) === prices) return [];
      return readTextPrices(prices).map((text) => ({
        ...name,
        valid_from: date,
        from_utc_time: formatTimeOfDay(second),
        ...text,
      }));
    }),
  );
}

function readConditions({ prices }: ModelInfo): Condition[] {
  if (!Array.isArray(prices)) return [{ prices, from: null, hours: null }];
  return prices.map(readCondition);
}

function readCondition({ constraint, prices }: ConditionalPrice): Condition {
  if (constraint === undefined) return { prices, from: null, hours: null };
  if (constraint.type === 'start_date') {
    return { prices, from: `${constraint.start_date}T00:00:00Z`, hours: null };
  }
  const [start, end] = [constraint.start_time, constraint.end_time].map(readTimeOfDay);
  return { prices, from: null, hours: { start: start ?? 0, end: end ?? 0 } };
}

/** Seconds of the day at which a price can change, midnight first. */
function startsOfHours(conditions: readonly Condition[]): number[] {
  const seconds = conditions.flatMap(({ hours }) => (hours ? [hours.start, hours.end] : []));
  return [...new Set([0, ...seconds])].sort((a, b) => a - b);
}

function pricesAt(conditions: readonly Condition[], date: string, second: number): ModelPrice {
  const holding = conditions.findLast(
    ({ from, hours }) =>
      (from === null || (date !== always && from <= date)) &&
      (hours === null || isWithin(hours, second)),
  );
  // As the list reads itself: before every date of an entry its first price holds.
  const price = holding ?? conditions[0];
  if (price === undefined) throw new RangeError('it has no price');
  return price.prices;
}
