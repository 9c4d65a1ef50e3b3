/**
 * The analytics benchmark: a year of conversations in one embedded PostgreSQL 18, what its dashboard asks,
 * and what keeps that up to date. `--messages N` is how many there are (ten million; `--quick` has 200
 * thousand), `--keep FOLDER` keeps the filled database there and starts on it the next time, `--json`
 * prints one object a line, `--write` puts the figures into the README, and names of measurements run
 * only those.
 */
import { chooseMeasurements } from '../turns/harness/choose-measurements.mjs';
import { describeMachine } from '../turns/harness/machine.mjs';
import { createReport } from '../turns/harness/report.mjs';
import { startYear } from './harness/open-year.mjs';
import { reportYear } from './harness/report-year.mjs';
import { takeFolder, takeNumber } from './harness/take-value.mjs';
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
const keep = takeFolder('--keep');
const { flags, chosen } = chooseMeasurements(MEASUREMENTS, ['--json', '--quick', '--write']);
const quick = flags.includes('--quick');
const messages = asked ?? (quick ? 200_000 : 10_000_000);

const { server, open, stop } = await startYear({ messages, keep });
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
  const year = await open();
  reportYear(report, year);
  for (const [name, measure] of chosen) {
    try {
      await measure({ server, report, quick, year });
    } catch (error) {
      // The others are still worth having.
      failed += 1;
      console.error(`${name} could not be measured:`, error);
    }
  }
} finally {
  await stop();
}
const figures = report.end();
if (flags.includes('--write') && failed === 0) writeFigures('analytics', figures);
process.exit(failed === 0 ? 0 : 1);
