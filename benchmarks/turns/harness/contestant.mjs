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
 * @property {number} seconds no turn begins later
 * @property {number} limit no more turns than this
 *
 * @typedef {object} Running a contestant with its connections open and warm, as in a server that has been up for a while
 * @property {(bounds: Bounds) => Promise<Driven>} drive runs turns, each in the next session, round and round
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Contestant
 * @property {string} name
 * @property {(preparation: Preparation) => Promise<void>} prepare makes its tables and stores the histories
 * @property {(connections: number) => Promise<Running>} open so many connections, and so many turns under way at once
 * @property {() => Promise<number>} countMessages what is stored now, as the contestant's own readers would see it
 */

import pg from 'pg';
import { driveConnections } from './drive-connections.mjs';

/** PostgreSQL plans the first five runs of a prepared statement each time anew; a server that is up has them behind it. */
export const WARM_UP_TURNS = 8;

/**
 * Opens a contestant on a pool of its own.
 *
 * @param {string} url
 * @param {number} connections
 * @param {(pool: pg.Pool) => () => Promise<unknown>} makeTurn gives the function that runs one turn
 * @returns {Promise<Running>}
 */
export async function openOnPool(url, connections, makeTurn) {
  const pool = new pg.Pool({ connectionString: url, max: connections, idleTimeoutMillis: 0 });
  /** @type {Error | undefined} */
  let lost;
  pool.on('error', (error) => (lost = error));
  const running = await openWarm(pool, connections, makeTurn(pool));
  return {
    drive: async (bounds) => {
      const driven = await running.drive(bounds);
      if (lost) throw lost;
      return driven;
    },
    close: () => pool.end(),
  };
}

/**
 * Connects all of a pool and runs the turns that warm every connection up.
 *
 * @param {pg.Pool} pool
 * @param {number} connections
 * @param {() => Promise<unknown>} turn
 * @returns {Promise<Running>}
 */
export async function openWarm(pool, connections, turn) {
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  for (const client of clients) client.release();
  const warmUp = { seconds: Infinity, limit: connections * WARM_UP_TURNS };
  await driveConnections({ connections, ...warmUp, turn });
  return {
    drive: (bounds) => driveConnections({ connections, ...bounds, turn }),
    close: () => pool.end(),
  };
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
