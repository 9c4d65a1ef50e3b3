/** In charge of turns that come as people do: at their own rate, whether the last one was answered or not. */
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @param {{ turn: () => Promise<unknown>, perSecond: number, isOver: () => boolean }} options no turn begins
 *   once it is over
 * @returns {Promise<number[]>} milliseconds of each, from when it was due: one that had to wait is slow
 */
export async function paceTurns({ turn, perSecond, isOver }) {
  /** @type {number[]} */
  const milliseconds = [];
  const underWay = [];
  const start = performance.now();
  for (let begun = 0; !isOver(); begun += 1) {
    const due = start + (begun * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    // A timer fires late by up to a millisecond, which is none of the turn's.
    const from = early > 0 ? performance.now() : due;
    underWay.push(turn().then(() => milliseconds.push(performance.now() - from)));
  }
  await Promise.all(underWay);
  return milliseconds;
}
