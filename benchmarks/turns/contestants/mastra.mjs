/**
 * Mastra's memory on Postgres, called as its documentation calls the Memory class: the thread is
 * looked up, recall() gives the newest 40 messages of the thread's owner, saveMessages() stores the
 * person's message before the model is called and the reply after. No semantic recall and no
 * working memory, which are off by default.
 */
import { Memory } from '@mastra/memory';
import { PostgresStore } from '@mastra/pg';
import { openOnPool, takeRoundAndRound } from '../harness/contestant.mjs';
import { REPLY, takeInTurn } from '../harness/dialogues.mjs';
import { countMastraMessages, prepareMastra, toMastraMessage } from './mastra-threads.mjs';

const connect = (/** @type {import('pg').Pool} */ pool) =>
  new Memory({
    storage: new PostgresStore({ id: 'benchmark', pool, disableInit: true }),
    options: { lastMessages: 40 },
  });

/** @returns {import('../harness/contestant.mjs').Contestant} */
export function createMastra() {
  let database = '';
  let nextThread = takeRoundAndRound(/** @type {import('./mastra-threads.mjs').Thread[]} */ ([]));
  const nextMessage = takeInTurn();

  return {
    name: 'Mastra memory',
    prepare: async ({ url, histories }) => {
      database = url;
      nextThread = takeRoundAndRound(await prepareMastra(url, histories));
    },
    open: (connections) =>
      openOnPool(database, connections, (pool) => {
        const memory = connect(pool);
        return async () => {
          const thread = nextThread();
          if (!(await memory.getThreadById({ threadId: thread.threadId }))) {
            await memory.createThread(thread);
          }
          const { messages } = await memory.recall(thread);
          if (messages.length === 0) throw new Error('Mastra gave the model no context.');
          await memory.saveMessages({ messages: [toMastraMessage(thread, nextMessage('user'))] });
          const reply = toMastraMessage(thread, { role: 'assistant', content: REPLY.text });
          await memory.saveMessages({ messages: [reply] });
        };
      }),
    countMessages: () => countMastraMessages(database),
  };
}
