/** catb: begin_turn and finish_turn through the typed operations, as its server calls them. */
import { createSessionsWithHistories } from '../harness/catb-sessions.mjs';
import { begin, finish, openAsServer } from '../harness/catb-turn.mjs';
import { openWarm, takeRoundAndRound, withClient } from '../harness/contestant.mjs';
import { takeInTurn } from '../harness/dialogues.mjs';

/** @returns {import('../harness/contestant.mjs').Contestant} */
export function createCatb() {
  let owner = '';
  let nextSession = takeRoundAndRound(
    /** @type {import('../harness/catb-sessions.mjs').Session[]} */ ([]),
  );
  const nextMessage = takeInTurn();

  return {
    name: 'catb',
    prepare: async ({ url, histories }) => {
      owner = url;
      // The first time gives the role a password: a statement that belongs to no turn.
      await (await openAsServer(owner, 1)).close();
      nextSession = takeRoundAndRound(
        await withClient(url, (client) => createSessionsWithHistories(client, histories)),
      );
    },
    open: async (connections) => {
      const database = await openAsServer(owner, connections);
      return await openWarm(database.pool, connections, async () => {
        const turn = await begin(database, nextSession().token, nextMessage('user').content);
        await finish(database, turn);
      });
    },
    countMessages: () =>
      withClient(owner, async (client) => {
        const { rows } = await client.query('select count(*)::integer as n from public.messages');
        return rows[0].n;
      }),
  };
}
