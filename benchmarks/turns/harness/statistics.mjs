/** In charge of the few statistics that the figures are made of. */

/**
 * The value below which a share of the values lies (nearest rank).
 *
 * @param {number[]} values in any order; at least one
 * @param {number} share from 0 to 1
 * @returns {number}
 */
export function quantile(values, share) {
  if (values.length === 0) throw new Error('A quantile of no values was asked for.');
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length) - 1;
  return /** @type {number} */ (sorted[Math.min(Math.max(rank, 0), sorted.length - 1)]);
}

/**
 * @param {number[]} values in any order; at least one
 * @returns {number} the middle value, or the mean of the two in the middle
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const below = sorted[Math.floor((sorted.length - 1) / 2)];
  const above = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (below === undefined || above === undefined)
    throw new Error('A median of no values was asked for.');
  return (below + above) / 2;
}

/**
 * The median of ratios taken round by round, so that a machine that is slower for a while is slower
 * for both sides of the same ratio.
 *
 * @param {number[]} ours one value a round
 * @param {number[]} theirs one value a round, of the same rounds
 * @returns {number}
 */
export function medianRatio(ours, theirs) {
  return median(ours.map((value, round) => value / /** @type {number} */ (theirs[round])));
}
