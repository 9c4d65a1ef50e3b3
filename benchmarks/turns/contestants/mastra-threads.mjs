/** In charge of what the two Mastra contestants share: threads with a history, stored by Mastra. */
import { randomUUID } from 'node:crypto';
import { Memory } from '@mastra/memory';
import { PostgresStore } from '@mastra/pg';
import pg from 'pg';
import { withClient } from '../harness/contestant.mjs';

/** @typedef {{ threadId: string, resourceId: string }} Thread */

/**
 * @param {Thread} thread
 * @param {import('../harness/dialogues.mjs').DialogueMessage} message
 * @param {Date} [createdAt] Mastra orders by it
 */
export const toMastraMessage = (thread, { role, content }, createdAt = new Date()) => ({
  ...thread,
  id: randomUUID(),
  role,
  createdAt,
  content: {
    format: /** @type {const} */ (2),
    parts: [{ type: /** @type {const} */ ('text'), text: content }],
  },
});

/**
 * Creates Mastra's tables and stores one thread for each history through Mastra's own functions.
 *
 * @param {string} url
 * @param {import('../harness/dialogues.mjs').DialogueMessage[][]} histories
 * @returns {Promise<Thread[]>}
 */
export async function prepareMastra(url, histories) {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  const storage = new PostgresStore({ id: 'benchmark', pool });
  await storage.init();
  const memory = new Memory({ storage });
  const start = Date.now() - 3_600_000;
  const threads = histories.map((_, index) => ({
    threadId: `session-${index}`,
    resourceId: `person-${index}`,
  }));
  let begun = 0;
  const store = async () => {
    for (let index = begun++; index < threads.length; index = begun++) {
      const thread = /** @type {Thread} */ (threads[index]);
      const messages = (histories[index] ?? []).map((message, at) =>
        toMastraMessage(thread, message, new Date(start + at)),
      );
      await memory.createThread(thread);
      await memory.saveMessages({ messages });
    }
  };
  await Promise.all([store(), store(), store(), store()]);
  await pool.end();
  return threads;
}

/**
 * @param {string} url
 * @returns {Promise<number>} the messages in all threads
 */
export const countMastraMessages = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query('select count(*)::integer as n from mastra_messages');
    return rows[0].n;
  });
