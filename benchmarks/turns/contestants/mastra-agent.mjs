/**
 * A Mastra agent with memory on Postgres: agent.generate() with a thread and a resource, as the
 * first page of its documentation on memory does. The agent stores both messages after the model
 * has answered, so a person's message is lost if the process dies meanwhile.
 */
import { Mastra } from '@mastra/core';
import { Agent } from '@mastra/core/agent';
import { Memory } from '@mastra/memory';
import { PostgresStore } from '@mastra/pg';
import { openOnPool, takeRoundAndRound } from '../harness/contestant.mjs';
import { REPLY, takeInTurn } from '../harness/dialogues.mjs';
import { countMastraMessages, prepareMastra } from './mastra-threads.mjs';

/** A model that answers at once, in the shape that Mastra takes models in. */
const model = {
  specificationVersion: 'v2',
  provider: 'fixed',
  modelId: 'fixed',
  supportedUrls: {},
  doGenerate: async (/** @type {{ prompt: unknown[] }} */ { prompt }) => {
    if (prompt.length < 3) throw new Error('The Mastra agent gave the model no context.');
    return {
      content: [{ type: 'text', text: REPLY.text }],
      finishReason: 'stop',
      usage,
      warnings: [],
    };
  },
  doStream: async () => {
    throw new Error('The benchmark calls generate(), which does not stream.');
  },
};

const usage = {
  inputTokens: REPLY.inputTokens,
  outputTokens: REPLY.outputTokens,
  totalTokens: REPLY.inputTokens + REPLY.outputTokens,
};

const createAgent = (/** @type {import('pg').Pool} */ pool) => {
  const agent = new Agent({
    id: 'mu',
    name: 'mu',
    instructions: 'You are Mu.',
    model,
    memory: new Memory({ options: { lastMessages: 40 } }),
  });
  const storage = new PostgresStore({ id: 'benchmark', pool, disableInit: true });
  return new Mastra({ storage, agents: { mu: agent }, logger: false }).getAgent('mu');
};

/** @returns {import('../harness/contestant.mjs').Contestant} */
export function createMastraAgent() {
  let database = '';
  let nextThread = takeRoundAndRound(/** @type {import('./mastra-threads.mjs').Thread[]} */ ([]));
  const nextMessage = takeInTurn();

  return {
    name: 'Mastra agent',
    prepare: async ({ url, histories }) => {
      database = url;
      nextThread = takeRoundAndRound(await prepareMastra(url, histories));
    },
    open: (connections) =>
      openOnPool(database, connections, (pool) => {
        const agent = createAgent(pool);
        return () => {
          const { threadId, resourceId } = nextThread();
          return agent.generate(nextMessage('user').content, {
            memory: { thread: threadId, resource: resourceId },
          });
        };
      }),
    countMessages: () => countMastraMessages(database),
  };
}
