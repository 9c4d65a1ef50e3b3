/**
 * What a contestant of the turns benchmark is. Each has a file in `contestants/`.
 *
 * @typedef {import('./dialogues.mjs').DialogueMessage} DialogueMessage
 * @typedef {import('./drive-connections.mjs').Driven} Driven
 *
 * @typedef {object} Preparation
 * @property {string} url the contestant's own empty database, as its owner
 * @property {DialogueMessage[][]} histories what each session starts with, in order
 *
 * @typedef {object} Bounds
 * @property {number} connections turns under way at once, and connections to the server
 * @property {number} seconds no turn begins later
 * @property {number} limit no more turns than this
 *
 * @typedef {object} Contestant
 * @property {string} name
 * @property {(preparation: Preparation) => Promise<void>} prepare makes its tables and stores the histories
 * @property {(bounds: Bounds) => Promise<Driven>} drive runs turns, each in the next session, round and round
 * @property {() => Promise<number>} countMessages what is stored now, as the contestant's own readers would see it
 */

import pg from 'pg';
import { driveConnections } from './drive-connections.mjs';

/**
 * Runs turns on a pool of their own.
 *
 * @param {string} url
 * @param {Bounds} bounds
 * @param {(pool: pg.Pool) => () => Promise<unknown>} makeTurn gives the function that runs one turn
 * @returns {Promise<Driven>}
 */
export async function driveOnPool(url, bounds, makeTurn) {
  const pool = new pg.Pool({ connectionString: url, max: bounds.connections });
  /** @type {Error | undefined} */
  let lost;
  pool.on('error', (error) => (lost = error));
  try {
    const driven = await driveWarm(pool, bounds, makeTurn(pool));
    if (lost) throw lost;
    return driven;
  } finally {
    await pool.end();
  }
}

/**
 * Connects all of a pool, runs a turn for each connection, and then starts the clock.
 *
 * @param {Pick<pg.Pool, 'connect'>} pool
 * @param {Bounds} bounds
 * @param {() => Promise<unknown>} turn
 * @returns {Promise<Driven>}
 */
export async function driveWarm(pool, bounds, turn) {
  const connections = Array.from({ length: bounds.connections });
  const clients = await Promise.all(connections.map(() => pool.connect()));
  for (const client of clients) client.release();
  await Promise.all(connections.map(turn));
  return driveConnections({ ...bounds, turn });
}

/**
 * @template T
 * @param {T[]} items
 * @returns {() => T} the next item, and after the last the first again
 */
export function takeRoundAndRound(items) {
  let taken = 0;
  return () => {
    const item = items[taken % items.length];
    if (item === undefined) throw new Error('There is no session to take a turn in.');
    taken += 1;
    return item;
  };
}

/**
 * Runs `work` on a connection of its own.
 *
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
