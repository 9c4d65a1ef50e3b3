/**
 * The analytics benchmark: a year of conversations in one embedded PostgreSQL 18, what its dashboard asks,
 * and what keeps that up to date. `--messages N` is how many there are (ten million; `--quick` has 200
 * thousand), `--json` prints one object a line, `--write` puts the figures into the README, and names
 * of measurements run only those.
 */
import { chooseMeasurements } from '../turns/harness/choose-measurements.mjs';
import { describeMachine } from '../turns/harness/machine.mjs';
import { createReport } from '../turns/harness/report.mjs';
import { startServer } from '../turns/harness/server.mjs';
import { fillYear } from './harness/fill-year.mjs';
import { rollUpYear } from './harness/roll-up-year.mjs';
import { takeNumber } from './harness/take-number.mjs';
import { writeFigures } from './harness/write-figures.mjs';
import { measureFirstPaint } from './measurements/first-paint.mjs';
import { measureFreshness } from './measurements/freshness.mjs';
import { measureQuestions } from './measurements/questions.mjs';
import { measureRefresh } from './measurements/refresh.mjs';
import { measureTurnCost } from './measurements/turn-cost.mjs';

const MEASUREMENTS = new Map([
  ['questions', measureQuestions],
  ['turn-cost', measureTurnCost],
  ['freshness', measureFreshness],
  ['refresh', measureRefresh],
  ['first-paint', measureFirstPaint],
]);

const asked = takeNumber('--messages');
const { flags, chosen } = chooseMeasurements(MEASUREMENTS, ['--json', '--quick', '--write']);
const quick = flags.includes('--quick');
const messages = asked ?? (quick ? 200_000 : 10_000_000);

const server = await startServer();
const report = createReport({
  json: flags.includes('--json'),
  machine: describeMachine({
    postgres: server.version,
    quick,
    folder: new URL('.', import.meta.url),
  }),
});
let failed = 0;
try {
  report.begin('A year of conversations');
  const ownerUrl = await server.createCatbDatabase('year');
  const url = server.asSuperuser(ownerUrl);
  const filled = await fillYear(url, messages, (done) => console.error(`filled ${done}`));
  report.add({ figure: 'messages', value: filled.messages, unit: 'messages' });
  report.add({ figure: 'filled in', value: filled.seconds, unit: 's' });
  const rolledUp = await rollUpYear(url, ownerUrl);
  report.add({ figure: 'rolled up from nothing in', value: rolledUp, unit: 's' });
  await server.checkpoint();
  for (const [name, measure] of chosen) {
    try {
      await measure({ server, report, quick, year: { ...filled, url, ownerUrl } });
    } catch (error) {
      // The others are still worth having.
      failed += 1;
      console.error(`${name} could not be measured:`, error);
    }
  }
} finally {
  await server.stop();
}
const figures = report.end();
if (flags.includes('--write') && failed === 0) writeFigures(figures);
process.exit(failed === 0 ? 0 : 1);
