/** In charge of prices as lines for people. */
import type { StoredPrice } from '@catb/database';

const columns = ['provider', 'model', 'source', 'from', 'input', 'cached', 'write', 'output'];

/** A table of US dollars per million tokens; `-` is not stated, and then the cost is unknown. */
export function formatPrices(prices: readonly StoredPrice[]): string {
  if (prices.length === 0) return 'No prices.';
  const rows = [columns, ...prices.map(toCells)];
  const widths = columns.map((_, index) =>
    Math.max(...rows.map((cells) => cells[index]?.length ?? 0)),
  );
  return rows
    .map((cells) => cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

function toCells(price: StoredPrice): string[] {
  return [
    price.provider,
    price.model,
    price.source,
    price.validFrom?.replace(/T00:00:00\.000000Z$|\.\d+Z$/, '') ?? 'always',
    price.inputUsdPerMtok ?? '-',
    price.cachedInputUsdPerMtok ?? '-',
    price.cacheWriteUsdPerMtok ?? '-',
    price.outputUsdPerMtok ?? '-',
    describeCondition(price),
  ];
}

function describeCondition(price: StoredPrice): string {
  return [
    price.fromInputTokens > 0 ? `input of ${price.fromInputTokens.toLocaleString('en')} up` : '',
    price.fromUtcTime === '00:00:00' ? '' : `after ${price.fromUtcTime} UTC`,
    price.callUsd === null ? '' : `${price.callUsd} a call`,
    price.isUsed ? '' : 'not in use',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
