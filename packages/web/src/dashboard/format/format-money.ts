/** Money for a person. The server's decimals are exact; these are what one reads at a glance. */

/**
 * `$12.34`; from ten thousand dollars on without cents, below ten cents with two digits that say
 * something: `$0.0041`.
 *
 * @param value - US dollars, a decimal string as the API gives it, or a number.
 */
export function formatUsd(value: string | number): string {
  const amount = Number(value);
  const size = Math.abs(amount);
  const sign = amount < 0 ? '−' : '';
  if (size === 0) return '$0.00';
  if (size < 0.000_001) return `${sign}<$0.000001`;
  if (size < 0.1) return `${sign}$${trimZeros(size)}`;
  const decimals = size < 10_000 ? 2 : 0;
  return `${sign}$${size.toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })}`;
}

/** For an axis: `$0`, `$20`, `$1.50`, `$12K`. */
export function formatUsdShort(value: number): string {
  if (value === 0) return '$0';
  if (value >= 0.01 && value < 100 && !Number.isInteger(value)) return `$${value.toFixed(2)}`;
  return `$${value.toLocaleString('en', { notation: 'compact', maximumSignificantDigits: 3 })}`;
}

/** The sum of decimal strings, for display only: the server's own totals are the exact ones. */
export function sumUsd(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + Number(value), 0);
}

function trimZeros(size: number): string {
  const digits = Math.max(2, Math.ceil(-Math.log10(size)) + 1);
  return size.toFixed(digits).replace(/0+$/, '');
}
