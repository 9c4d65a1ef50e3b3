/** The whole turn at 1, 8 and 32 connections: catb beside its peers, in rounds that take turns. */
import { performance } from 'node:perf_hooks';
import { countTokens } from '@catb/database';
import { listEntrants } from '../harness/contestants.mjs';
import { composeHistories, REPLY, takeInTurn } from '../harness/dialogues.mjs';
import { median, medianRatio, quantile } from '../harness/statistics.mjs';

const CONNECTIONS = [1, 8, 32];

/** How many times faster catb is to be, by contestant. */
const TARGETS = /** @type {Record<string, number>} */ ({
  pgbench: 0.85,
  'LangGraph JS': 12,
  'Mastra memory': 2.5,
});

/**
 * @param {object} options
 * @param {import('../harness/server.mjs').Server} options.server
 * @param {import('../harness/report.mjs').Report} options.report
 * @param {boolean} options.quick
 */
export async function measureWholeTurn({ server, report, quick }) {
  report.begin('The whole turn: turns a second');
  const entrants = listEntrants();
  if (!entrants.some(({ contestant }) => contestant.name === 'pgbench')) {
    report.note('pgbench is not installed here (Debian: postgresql): its figures are left out');
  }
  const histories = composeHistories(quick ? 100 : 2_000, 40);
  for (const { contestant, database, ownSchema } of entrants) {
    const url = await (ownSchema
      ? server.createDatabase(database)
      : server.createCatbDatabase(database));
    await contestant.prepare({ url, histories });
  }

  const rounds = quick ? 1 : 7;
  for (const connections of CONNECTIONS) {
    const bounds = { seconds: quick ? 0.3 : 1.5, limit: quick ? 100 : 2_000 };
    /** @type {import('../harness/contestant.mjs').Running[]} */
    const running = [];
    for (const { contestant } of entrants) running.push(await contestant.open(connections));
    const rates = entrants.map(() => /** @type {number[]} */ ([]));
    const waits = entrants.map(() => /** @type {number[]} */ ([]));
    for (let round = -1; round < rounds; round += 1) {
      for (const [index, one] of running.entries()) {
        const { turns, seconds, milliseconds } = await one.drive(bounds);
        // The first round is thrown away: V8 compiles what runs often, and a server has it compiled.
        if (round < 0) continue;
        rates[index]?.push(turns / seconds);
        waits[index]?.push(...milliseconds);
      }
    }
    for (const one of running) await one.close();
    addFigures({ report, entrants, connections, rates, waits });
  }

  report.add({
    figure: 'catb beside its turn: counting the tokens of message and reply',
    value: timeTokenCounts(),
    unit: 'ms a turn',
  });
  for (const { contestant } of entrants) {
    const length = (await contestant.countMessages()) / histories.length;
    report.note(
      `${contestant.name}: histories of 40 messages at the start, ${length.toFixed(1)} on average at the end`,
    );
    contestant.end();
  }
}

/** @returns {number} milliseconds to count a person's message and the reply, which no contestant does in its turn */
function timeTokenCounts() {
  const nextMessage = takeInTurn();
  const times = Array.from({ length: 1_000 }, () => {
    const { content } = nextMessage('user');
    const start = performance.now();
    countTokens(content);
    countTokens(REPLY.text);
    return performance.now() - start;
  });
  return median(times);
}

/**
 * @param {object} measured
 * @param {import('../harness/report.mjs').Report} measured.report
 * @param {import('../harness/contestants.mjs').Entrant[]} measured.entrants
 * @param {number} measured.connections
 * @param {number[][]} measured.rates turns a second, by contestant and round
 * @param {number[][]} measured.waits milliseconds of each turn, by contestant; none where they are not known
 */
function addFigures({ report, entrants, connections, rates, waits }) {
  const at = connections === 1 ? '1 connection' : `${connections} connections`;
  for (const [index, { contestant }] of entrants.entries()) {
    report.add({
      figure: `${contestant.name}, ${at}`,
      value: median(rates[index] ?? []),
      unit: 'turns/s',
    });
  }
  for (const [index, { contestant }] of entrants.entries()) {
    const own = waits[index] ?? [];
    if (own.length > 0) {
      report.add({
        figure: `${contestant.name}, ${at}, p50`,
        value: quantile(own, 0.5),
        unit: 'ms',
      });
      report.add({
        figure: `${contestant.name}, ${at}, p99`,
        value: quantile(own, 0.99),
        unit: 'ms',
      });
    }
  }
  for (const [index, { contestant }] of entrants.entries()) {
    if (index === 0) continue;
    const target = TARGETS[contestant.name];
    report.add({
      figure: `catb beside ${contestant.name}, ${at}`,
      value: medianRatio(rates[0] ?? [], rates[index] ?? []),
      unit: 'x',
      ...(target === undefined ? {} : { atLeast: target }),
    });
  }
}
