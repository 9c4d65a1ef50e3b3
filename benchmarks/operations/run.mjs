/**
 * The benchmark of operations, on a year of conversations in one embedded PostgreSQL 18. `--messages N` is how
 * many there are (ten million; `--quick` has 100 thousand), `--keep FOLDER` keeps the filled database there and
 * starts on it the next time, `--json` prints one object a line, `--write` puts the figures into the README,
 * and names of measurements run only those.
 */
import { startYear } from '../analytics/harness/open-year.mjs';
import { reportYear } from '../analytics/harness/report-year.mjs';
import { takeFolder, takeNumber } from '../analytics/harness/take-value.mjs';
import { writeFigures } from '../analytics/harness/write-figures.mjs';
import { chooseMeasurements } from '../turns/harness/choose-measurements.mjs';
import { describeMachine } from '../turns/harness/machine.mjs';
import { createReport } from '../turns/harness/report.mjs';
import { measureBackup } from './measurements/backup.mjs';
import { measureRestore } from './measurements/restore.mjs';
import { measureRetention } from './measurements/retention.mjs';
import { measureTurnsBesideBackup } from './measurements/turns-beside-backup.mjs';

/** In the order in which they run. Each is a function of one file, which is given a `Context`. */
const MEASUREMENTS = new Map([
  ['backup', measureBackup],
  ['turns-beside-backup', measureTurnsBesideBackup],
  ['restore', measureRestore],
  ['retention', measureRetention],
]);

const asked = takeNumber('--messages');
const keep = takeFolder('--keep');
const { flags, chosen } = chooseMeasurements(MEASUREMENTS, ['--json', '--quick', '--write']);
const quick = flags.includes('--quick');
const messages = asked ?? (quick ? 100_000 : 10_000_000);

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
if (flags.includes('--write') && failed === 0) writeFigures('operations', figures);
process.exit(failed === 0 ? 0 : 1);
