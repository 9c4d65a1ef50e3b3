/** In charge of whether two answers say the same, to the last unit. */

/**
 * @param {unknown[][]} one rows as arrays, as the driver reads them: numeric and bigint as text
 * @param {unknown[][]} other
 * @returns {boolean} whether every value of every row is the same, in the same order; 1.50 is 1.5
 */
export function shownAlike(one, other) {
  return JSON.stringify(one.map(normal)) === JSON.stringify(other.map(normal));
}

function normal(/** @type {unknown[]} */ row) {
  return row.map((value) =>
    typeof value === 'string' && /^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, '') : value,
  );
}
