/**
 * LangGraph JS: a graph of one node, compiled with the Postgres saver and invoked with a thread id,
 * as its documentation on persistence does.
 */
import { AIMessage } from '@langchain/core/messages';
import { END, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph';
import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';
import pg from 'pg';
import { openOnPool, takeRoundAndRound } from '../harness/contestant.mjs';
import { REPLY, takeInTurn } from '../harness/dialogues.mjs';

const CONTEXT_MESSAGES = 40;

/** More threads than these are copies: a thousand invocations would take longer than the benchmark. */
const WRITTEN_BY_THE_GRAPH = 100;

/** The model: sees the context that a model would be sent, and answers at once. */
const answer = (/** @type {typeof MessagesAnnotation.State} */ state) => {
  const context = state.messages.slice(-CONTEXT_MESSAGES);
  if (context.length === 0) throw new Error('LangGraph gave the model no context.');
  const usage = { input_tokens: REPLY.inputTokens, output_tokens: REPLY.outputTokens };
  const total_tokens = REPLY.inputTokens + REPLY.outputTokens;
  return {
    messages: [new AIMessage({ content: REPLY.text, usage_metadata: { ...usage, total_tokens } })],
  };
};

const compile = (/** @type {pg.Pool} */ pool) =>
  new StateGraph(MessagesAnnotation)
    .addNode('answer', answer)
    .addEdge(START, 'answer')
    .addEdge('answer', END)
    .compile({ checkpointer: new PostgresSaver(pool) });

const threadOf = (/** @type {number} */ index) => ({
  configurable: { thread_id: `session-${index}` },
});

/** Stores threads beyond the first `written` ones as copies of them, row for row. */
async function copyThreads(
  /** @type {pg.Pool} */ pool,
  /** @type {number} */ written,
  /** @type {number} */ total,
) {
  for (const table of ['checkpoints', 'checkpoint_blobs', 'checkpoint_writes']) {
    await pool.query(
      `insert into ${table}
       select (jsonb_populate_record(original, jsonb_build_object('thread_id', 'session-' || n))).*
       from generate_series($1::integer, $2::integer - 1) as n
       join ${table} as original on original.thread_id = 'session-' || (n % $1::integer)`,
      [written, total],
    );
  }
}

/** @returns {import('../harness/contestant.mjs').Contestant} */
export function createLangGraph() {
  let database = '';
  /** @type {ReturnType<typeof threadOf>[]} */
  let threads = [];
  let nextThread = takeRoundAndRound(threads);
  const nextMessage = takeInTurn();

  return {
    name: 'LangGraph JS',
    prepare: async ({ url, histories }) => {
      database = url;
      threads = histories.map((_, index) => threadOf(index));
      nextThread = takeRoundAndRound(threads);
      const pool = new pg.Pool({ connectionString: url, max: 4 });
      await new PostgresSaver(pool).setup();
      const graph = compile(pool);
      // All but the last in one go, and the node's reply is the last: one turn's checkpoints instead
      // of twenty, so its tables start smaller than real ones would be.
      const written = Math.min(histories.length, WRITTEN_BY_THE_GRAPH);
      for (const [index, history] of histories.slice(0, written).entries()) {
        await graph.invoke({ messages: history.slice(0, -1) }, threadOf(index));
      }
      await copyThreads(pool, written, histories.length);
      await pool.end();
    },
    open: (connections) =>
      openOnPool(database, connections, (pool) => {
        const graph = compile(pool);
        return () => graph.invoke({ messages: [nextMessage('user')] }, nextThread());
      }),
    countMessages: async () => {
      const pool = new pg.Pool({ connectionString: database, max: 1 });
      const graph = compile(pool);
      let count = 0;
      for (const thread of threads) count += (await graph.getState(thread)).values.messages.length;
      await pool.end();
      return count;
    },
  };
}
