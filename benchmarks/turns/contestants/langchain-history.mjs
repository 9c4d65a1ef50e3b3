/**
 * LangChain's PostgresChatMessageHistory: reads the history, adds the person's message and adds
 * the reply, as its documentation does by hand and its RunnableWithMessageHistory by itself.
 */
import { PostgresChatMessageHistory } from '@langchain/community/stores/message/postgres';
import { AIMessage, HumanMessage, mapChatMessagesToStoredMessages } from '@langchain/core/messages';
import pg from 'pg';
import { openOnPool, takeRoundAndRound, withClient } from '../harness/contestant.mjs';
import { REPLY, takeInTurn } from '../harness/dialogues.mjs';

const TABLE = 'langchain_chat_histories';

const toMessage = (/** @type {import('../harness/dialogues.mjs').DialogueMessage} */ message) =>
  message.role === 'user' ? new HumanMessage(message.content) : new AIMessage(message.content);

const reply = () =>
  new AIMessage({
    content: REPLY.text,
    usage_metadata: {
      input_tokens: REPLY.inputTokens,
      output_tokens: REPLY.outputTokens,
      total_tokens: REPLY.inputTokens + REPLY.outputTokens,
    },
  });

/** @returns {import('../harness/contestant.mjs').Contestant} */
export function createLangChainHistory() {
  let database = '';
  let nextSession = takeRoundAndRound(/** @type {string[]} */ ([]));
  const nextMessage = takeInTurn();

  return {
    name: 'LangChain history',
    prepare: async ({ url, histories }) => {
      database = url;
      nextSession = takeRoundAndRound(histories.map((_, index) => `session-${index}`));
      const pool = new pg.Pool({ connectionString: url, max: 1 });
      // Its first read creates the table. The rows then go in at once, as addMessage writes them.
      await new PostgresChatMessageHistory({
        pool,
        tableName: TABLE,
        sessionId: 'session-0',
      }).getMessages();
      await pool.query('begin');
      for (const [index, history] of histories.entries()) {
        const rows = mapChatMessagesToStoredMessages(history.map(toMessage)).map(({ data, type }) =>
          JSON.stringify({ ...data, type }),
        );
        await pool.query(
          `insert into ${TABLE} (session_id, message)
           select $1, message from unnest($2::jsonb[]) with ordinality as m (message, n) order by n`,
          [`session-${index}`, rows],
        );
      }
      await pool.query('commit');
      await pool.end();
    },
    open: (connections) =>
      openOnPool(database, connections, (pool) => async () => {
        const history = new PostgresChatMessageHistory({
          pool,
          tableName: TABLE,
          sessionId: nextSession(),
        });
        const context = await history.getMessages();
        if (context.length === 0) throw new Error('LangChain gave the model no context.');
        await history.addMessage(new HumanMessage(nextMessage('user').content));
        await history.addMessage(reply());
      }),
    countMessages: () =>
      withClient(database, async (client) => {
        const { rows } = await client.query(`select count(*)::integer as n from ${TABLE}`);
        return rows[0].n;
      }),
  };
}
