/** In charge of prices as decimal strings: the list has them as JavaScript numbers, the ledger has none. */

/**
 * The shortest decimal that means this number, without an exponent: what stands in the list's own
 * source, since that is how the number was read.
 */
export function toDecimal(price: number): string {
  const [digits = '', exponent] = String(price).split('e');
  return exponent === undefined ? digits : shiftPoint(digits, Number(exponent));
}

/** The decimal times ten to the power of `places`, exact: `shiftPoint('12', -3)` is `0.012`. */
export function shiftPoint(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0');
  const at = Math.max(point, 1);
  const filled = padded.padEnd(at, '0');
  const after = filled.slice(at).replace(/0+$/, '');
  const before = filled.slice(0, at).replace(/^0+(?=\d)/, '');
  return after === '' ? before : `${before}.${after}`;
}
