/** In charge of reading what `pgbench -l` writes: a line for each transaction that ended. */
import { WARM_UP_TURNS } from './contestant.mjs';

/**
 * Counts from the moment when every connection has its warm-up behind it to the last end.
 *
 * @param {string} log lines `client transaction microseconds script seconds microseconds`, the last two a time
 * @param {number} connections
 * @returns {{ turns: number, seconds: number }}
 */
export function timeAfterWarmUp(log, connections) {
  const ends = log
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [client, number, , , seconds, microseconds] = line.split(' ').map(Number);
      if (microseconds === undefined) throw new Error('The log of pgbench has another form.');
      return { client, number: Number(number), end: Number(seconds) + microseconds / 1e6 };
    });
  const warm = ends.filter(({ number }) => number === WARM_UP_TURNS).map(({ end }) => end);
  if (warm.length !== connections) throw new Error('The log of pgbench lacks a connection.');
  const start = Math.max(...warm);
  const after = ends.filter(({ end }) => end > start);
  return { turns: after.length, seconds: Math.max(...after.map(({ end }) => end)) - start };
}
