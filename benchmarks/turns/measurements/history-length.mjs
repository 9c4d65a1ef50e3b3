/** begin_turn against the length of the session's history, all lengths in one database. */
import { performance } from 'node:perf_hooks';
import { createSessionsWithHistories } from '../harness/catb-sessions.mjs';
import { begin, finish, openAsServer } from '../harness/catb-turn.mjs';
import { takeRoundAndRound, withClient } from '../harness/contestant.mjs';
import { composeHistories, takeInTurn } from '../harness/dialogues.mjs';
import { quantile } from '../harness/statistics.mjs';

/** So many sessions of a length that the turns of the measurement make it at most a tenth longer. */
const SESSIONS = new Map([
  [10, 400],
  [100, 80],
  [1_000, 8],
  [10_000, 1],
  [100_000, 1],
]);

/**
 * Takes a turn in each length in turn. The time of begin_turn is taken, its commit included;
 * finish_turn follows outside of it. Then the same once more inside a transaction that is rolled
 * back, where no commit can hide a difference.
 *
 * @param {object} options
 * @param {import('../harness/server.mjs').Server} options.server
 * @param {import('../harness/report.mjs').Report} options.report
 * @param {boolean} options.quick
 */
export async function measureHistoryLength({ server, report, quick }) {
  report.begin('begin_turn against the length of the history, 1 connection');
  const url = await server.createCatbDatabase('history_length');
  const lengths = [...SESSIONS.keys()];
  /** @type {Map<number, () => import('../harness/catb-sessions.mjs').Session>} */
  const sessions = new Map();
  await withClient(url, async (client) => {
    for (const [length, count] of SESSIONS) {
      const histories = composeHistories(count, length);
      sessions.set(length, takeRoundAndRound(await createSessionsWithHistories(client, histories)));
    }
    await client.query('vacuum (analyze) public.sessions, public.messages');
  });

  const rounds = quick ? 50 : 400;
  const committed = new Map(lengths.map((length) => [length, /** @type {number[]} */ ([])]));
  const rolledBack = new Map(lengths.map((length) => [length, /** @type {number[]} */ ([])]));
  const nextMessage = takeInTurn();
  const database = await openAsServer(url, 1);
  try {
    for (let round = -10; round < rounds; round += 1) {
      for (const length of lengths) {
        const { token } = /** @type {() => import('../harness/catb-sessions.mjs').Session} */ (
          sessions.get(length)
        )();
        const message = nextMessage('user').content;
        const inTransaction = await timeRolledBack(database, token, message);
        const start = performance.now();
        const turn = await begin(database, token, message);
        const alone = performance.now() - start;
        await finish(database, turn);
        // The first rounds prepare the statements and the plans.
        if (round < 0) continue;
        committed.get(length)?.push(alone);
        rolledBack.get(length)?.push(inTransaction);
      }
    }
  } finally {
    await database.close();
  }

  const p50 = (/** @type {Map<number, number[]>} */ all, /** @type {number} */ length) =>
    quantile(all.get(length) ?? [], 0.5);
  for (const length of lengths) {
    report.add({
      figure: `begin_turn, ${length.toLocaleString('en')} messages, p50`,
      value: p50(committed, length),
      unit: 'ms',
    });
  }
  report.add({
    figure: 'begin_turn p50, 100,000 messages beside 10',
    value: p50(committed, 100_000) / p50(committed, 10),
    unit: 'x',
    atMost: 1.2,
  });
  report.add({
    figure: 'the same without the commit',
    value: p50(rolledBack, 100_000) / p50(rolledBack, 10),
    unit: 'x',
  });
  report.add({
    figure: 'the same without the commit, 100,000 messages beside 100',
    value: p50(rolledBack, 100_000) / p50(rolledBack, 100),
    unit: 'x',
  });
  report.note('The context has 11 messages in a history of 10, and 39 or 40 from 100 on.');
}

/** @returns {Promise<number>} milliseconds of begin_turn in a transaction that leaves nothing */
async function timeRolledBack(
  /** @type {import('../harness/catb-turn.mjs').Database} */ database,
  /** @type {string} */ token,
  /** @type {string} */ message,
) {
  // The pool has one connection, so these statements follow each other on it.
  await database.pool.query('begin');
  const start = performance.now();
  await begin(database, token, message);
  const time = performance.now() - start;
  await database.pool.query('rollback');
  return time;
}
