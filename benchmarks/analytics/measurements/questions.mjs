/** Each question of a dashboard: how long it takes, how long from the rows, and whether both agree. */
import { performance } from 'node:perf_hooks';
import { withClient } from '../../turns/harness/contestant.mjs';
import { median, quantile } from '../../turns/harness/statistics.mjs';
import { QUESTIONS } from '../harness/dashboard-questions.mjs';
import { shownAlike } from '../harness/shown-alike.mjs';

/**
 * The questions take turns, so that a machine that slows down slows all of them. The rows are asked
 * once, with more memory than the questions have, and by as many workers as the planner likes.
 *
 * @param {import('./measurement.mjs').Context} context
 */
export async function measureQuestions({ year, report, quick }) {
  for (const { title, isTimed, range } of rangesOf(year)) {
    report.begin(`Questions about ${title}`);
    const times = await askAll(year.url, range, quick ? 40 : 200);
    let worst = 0;
    for (const { name } of QUESTIONS) {
      const p95 = quantile(times.get(name) ?? [], 0.95);
      worst = Math.max(worst, p95);
      report.add({ figure: `${name}, ${title}, p95`, value: p95, unit: 'ms', atMost: 25 });
    }
    report.add({
      figure: `the slowest of them, ${title}, p95`,
      value: worst,
      unit: 'ms',
      atMost: 25,
    });
    const compared = await compareWithRows(year.url, range);
    for (const { name, rawMs } of isTimed ? compared : []) {
      const ratio = rawMs / median(times.get(name) ?? []);
      report.add({ figure: `${name} from the rows`, value: rawMs, unit: 'ms' });
      report.add({
        figure: `${name}, rows beside rollups`,
        value: ratio,
        unit: 'x',
        atLeast: 500,
      });
    }
    const different = compared.filter(({ isEqual }) => !isEqual);
    for (const { name } of different) report.note(`${name} does not say what the rows say`);
    report.add({
      figure: `answers that differ from the rows, of ${compared.length}, ${title}`,
      value: different.length,
      unit: 'answers',
      atMost: 0,
    });
  }
}

/** What a person looks at: a year by week, and a month by day. Only over the year is a ratio promised. */
function rangesOf(/** @type {import('../harness/fill-year.mjs').FilledYear} */ { from, to }) {
  const month = new Date(to.getTime() - 30 * 86_400_000);
  return [
    {
      title: 'a year by week',
      isTimed: true,
      range: rangeOf(from, to, 'week', 'America/New_York'),
    },
    { title: '30 days by day', isTimed: false, range: rangeOf(month, to, 'day', 'Europe/Berlin') },
  ];
}

function rangeOf(
  /** @type {Date} */ from,
  /** @type {Date} */ to,
  /** @type {string} */ bucket,
  /** @type {string} */ timezone,
) {
  return { from: from.toISOString(), to: to.toISOString(), bucket, timezone };
}

/** @returns {Promise<Map<string, number[]>>} milliseconds of each run by question */
function askAll(
  /** @type {string} */ url,
  /** @type {import('../harness/dashboard-questions.mjs').Range} */ range,
  /** @type {number} */ rounds,
) {
  return withClient(url, async (client) => {
    await client.query('set role catb_analyst');
    const times = new Map(QUESTIONS.map(({ name }) => [name, /** @type {number[]} */ ([])]));
    for (let round = -8; round < rounds; round += 1) {
      for (const { name, asked, values } of QUESTIONS) {
        const start = performance.now();
        await client.query({ name, text: asked, values: values(range) });
        if (round >= 0) times.get(name)?.push(performance.now() - start);
      }
    }
    return times;
  });
}

/** Asks the rows once each, and the rollups beside them. */
function compareWithRows(
  /** @type {string} */ url,
  /** @type {import('../harness/dashboard-questions.mjs').Range} */ range,
) {
  return withClient(url, async (client) => {
    await client.query("set work_mem = '256MB'");
    const compared = [];
    for (const { name, asked, raw, values } of QUESTIONS) {
      if (raw === undefined) continue;
      const query = { values: values(range), rowMode: 'array' };
      const fromRollups = await client.query({ ...query, text: asked });
      const start = performance.now();
      const fromRows = await client.query({ ...query, text: raw });
      const rawMs = performance.now() - start;
      compared.push({ name, rawMs, isEqual: shownAlike(fromRollups.rows, fromRows.rows) });
    }
    return compared;
  });
}
