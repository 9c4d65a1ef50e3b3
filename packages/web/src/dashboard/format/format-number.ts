/** Numbers for a person: whole ones exactly, long ones short where room is short. */

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });
const oneDecimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `12,345`. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** `12.3K` from ten thousand on, for axes and tiles; the table has the exact number. */
export function formatShort(value: number): string {
  return Math.abs(value) < 10_000 ? oneDecimal.format(value) : short.format(value);
}

/** `43.2%`; what is not nothing is never shown as 0%. A share of nothing is `–`. */
export function formatShare(part: number, all: number): string {
  if (all === 0) return '–';
  const percent = (100 * part) / all;
  if (percent > 0 && percent < 0.1) return '<0.1%';
  if (percent < 100 && percent > 99.9) return '>99.9%';
  return `${oneDecimal.format(percent)}%`;
}

/** `1 call`, `2 calls`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}
