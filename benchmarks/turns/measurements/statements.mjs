/** Statements a turn, counted by the server with pg_stat_statements, for each contestant. */
import { WARM_UP_TURNS, withClient } from '../harness/contestant.mjs';
import { listEntrants } from '../harness/contestants.mjs';
import { composeHistories } from '../harness/dialogues.mjs';
import { startServer } from '../harness/server.mjs';

/**
 * Runs on a server of its own, because the extension has to be loaded at its start and catb's
 * default settings don't load it. What a client sends counts, BEGIN and COMMIT too; what runs
 * inside a function does not.
 *
 * @param {object} options
 * @param {import('../harness/report.mjs').Report} options.report
 * @param {boolean} options.quick
 */
export async function measureStatements({ report, quick }) {
  const measured = quick ? 10 : 50;
  report.begin('Statements a turn, counted by the server');
  const server = await startServer({
    shared_preload_libraries: 'pg_stat_statements',
    'pg_stat_statements.track': 'top',
  });
  try {
    const histories = composeHistories(20, 40);
    for (const { contestant, database, ownSchema } of listEntrants()) {
      const url = await (ownSchema
        ? server.createDatabase(database)
        : server.createCatbDatabase(database));
      await contestant.prepare({ url, histories });
      const before = await contestant.countMessages();
      const counter = server.asSuperuser(url);
      let turns = 0;
      const run = async (/** @type {number} */ limit) => {
        const running = await contestant.open(1);
        await running.drive({ seconds: 60, limit });
        await running.close();
        turns += WARM_UP_TURNS + limit;
      };
      const start = await countCalls(counter, () => run(1));
      const more = await countCalls(counter, () => run(1 + measured));
      const stored = (await contestant.countMessages()) - before;
      if (stored !== 2 * turns) {
        throw new Error(
          `${contestant.name} stored ${stored} messages in ${turns} turns instead of ${2 * turns}.`,
        );
      }
      report.add({
        figure: `${contestant.name}, statements a turn`,
        value: (more - start) / measured,
        unit: 'statements',
        ...(contestant.name === 'catb' ? { atMost: 2 } : {}),
      });
      contestant.end();
    }
  } finally {
    await server.stop();
  }
}

/** @returns {Promise<number>} statements that clients of this database sent meanwhile */
async function countCalls(/** @type {string} */ url, /** @type {() => Promise<unknown>} */ work) {
  await withClient(url, (client) =>
    client.query(
      'create extension if not exists pg_stat_statements; select pg_stat_statements_reset()',
    ),
  );
  await work();
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `select sum(s.calls)::integer as calls
       from pg_stat_statements s
       join pg_database d on d.oid = s.dbid and d.datname = current_database()
       where s.query !~ 'pg_stat_statements'`,
    );
    return rows[0].calls;
  });
}
