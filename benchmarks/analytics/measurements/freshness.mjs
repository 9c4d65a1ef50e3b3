/** From a turn to its place in the dashboard, in the full year, while others are talking. */
import { setTimeout as sleep } from 'node:timers/promises';
import { rollUpUsage } from '@catb/database';
import { withClient } from '../../turns/harness/contestant.mjs';
import { median, quantile } from '../../turns/harness/statistics.mjs';
import { keepRolling } from '../harness/keep-rolling.mjs';
import { openTurns } from '../harness/take-turns.mjs';

const TRIES_EVERY_MS = 25;
const OTHERS_EVERY_MS = 40;
const ANSWERS = `
  select coalesce(sum(answers_complete), 0)::integer as n
  from catb.analytics_turns($1, $2, 'total', 'UTC')`;

/** @param {import('./measurement.mjs').Context} context */
export async function measureFreshness({ year, report, quick }) {
  report.begin('From a turn to its place in the dashboard');
  const turns = await openTurns({ ...year, connections: 4 });
  const hour = 3_600_000;
  const range = [new Date(Date.now() - hour), new Date(Date.now() + 2 * hour)];
  const shown = async (/** @type {import('pg').Client} */ client) =>
    Number((await client.query(ANSWERS, range)).rows[0].n);
  await rollUpUsage(turns.database);
  const before = await withClient(year.url, shown);

  const rolling = keepRolling(turns.database);
  const stopping = new AbortController();
  let answered = 0;
  const talk = async () => {
    await turns.turn();
    answered += 1;
  };
  const others = (async () => {
    while (!stopping.signal.aborted) {
      await talk();
      await sleep(OTHERS_EVERY_MS);
    }
  })();
  const seconds = await withClient(year.url, async (client) => {
    await client.query('set role catb_analyst');
    /** @type {number[]} */
    const waits = [];
    for (let turn = 0; turn < (quick ? 8 : 60); turn += 1) {
      await talk();
      // This turn, and all that were answered before it.
      const wanted = before + answered;
      const start = performance.now();
      while ((await shown(client)) < wanted) {
        if (performance.now() - start > 60_000) throw new Error('The turn never came up.');
        await sleep(TRIES_EVERY_MS);
      }
      waits.push((performance.now() - start) / 1000);
      await sleep(Math.random() * 2_000);
    }
    return waits;
  });
  stopping.abort();
  await others;
  const runs = await rolling.stop();
  await turns.database.close();
  report.add({ figure: 'a run of the rollups, median', value: median(runs), unit: 'ms' });
  report.add({ figure: 'a run of the rollups, longest', value: quantile(runs, 1), unit: 'ms' });
  report.add({ figure: 'until a turn is shown, median', value: median(seconds), unit: 's' });
  report.add({
    figure: 'until a turn is shown, longest',
    value: quantile(seconds, 1),
    unit: 's',
    atMost: 5,
  });
}
