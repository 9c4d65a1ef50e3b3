/** In charge of whole turns, the two statements of one, in sessions of a filled year. */
import { begin, finish, openAsServer } from '../../turns/harness/catb-turn.mjs';
import { takeRoundAndRound } from '../../turns/harness/contestant.mjs';
import { pickTokens } from '../../turns/harness/generate-messages.mjs';

const SESSIONS = 2_000;
const MESSAGE = 'She ate a little of the wet food just now. How long should I wait?';

/**
 * @param {{ url: string, ownerUrl: string, connections: number }} options `url` as the superuser
 * @returns {Promise<{ database: import('@catb/database').Database, turn: () => Promise<void> }>} turns in
 *   the newest sessions, round and round; the database is to be closed
 */
export async function openTurns({ url, ownerUrl, connections }) {
  const tokens = await pickTokens(url, { newest: SESSIONS, count: SESSIONS });
  const nextToken = takeRoundAndRound(tokens);
  const database = await openAsServer(ownerUrl, connections);
  return {
    database,
    turn: async () => {
      await finish(database, await begin(database, nextToken(), MESSAGE));
    },
  };
}
