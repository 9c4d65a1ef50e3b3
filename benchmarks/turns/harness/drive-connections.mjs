/** In charge of running turns on a number of connections at once, for a bounded time and count. */
import { performance } from 'node:perf_hooks';

/**
 * @typedef {object} Driven
 * @property {number} turns how many were answered
 * @property {number} seconds from the first start to the last answer
 * @property {number[]} milliseconds of each turn
 */

/**
 * Runs `turn` again and again on each connection, one after the other, until the time is over or
 * the count is reached, whichever comes first. A turn that has begun is waited for and counted.
 *
 * @param {object} options
 * @param {number} options.connections how many turns are under way at once
 * @param {number} options.seconds no turn begins later than this
 * @param {number} options.limit no more turns than this, over all connections
 * @param {() => Promise<unknown>} options.turn
 * @returns {Promise<Driven>}
 */
export async function driveConnections({ connections, seconds, limit, turn }) {
  /** @type {number[]} */
  const milliseconds = [];
  let begun = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const work = async () => {
    for (let now = performance.now(); now < end && begun < limit; now = performance.now()) {
      begun += 1;
      await turn();
      milliseconds.push(performance.now() - now);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return { turns: milliseconds.length, seconds: (performance.now() - start) / 1000, milliseconds };
}
