/**
 * The benchmark of operations: a backup beside COPY of the same tables to files, a restore beside
 * COPY in and index builds, on one embedded PostgreSQL 18. `--json` prints one object a line,
 * `--quick` takes 20,000 messages instead of 200,000; `CATB_BENCH_MESSAGES` takes any number.
 */
import { chooseMeasurements } from '../turns/harness/choose-measurements.mjs';
import { describeMachine } from '../turns/harness/machine.mjs';
import { createReport } from '../turns/harness/report.mjs';
import { startServer } from '../turns/harness/server.mjs';
import { measureBackup } from './measurements/backup.mjs';

const MEASUREMENTS = new Map([['backup', measureBackup]]);
const { flags, chosen } = chooseMeasurements(MEASUREMENTS, ['--json', '--quick']);
const quick = flags.includes('--quick');
const messages = Number(process.env['CATB_BENCH_MESSAGES'] ?? (quick ? 20_000 : 200_000));
const server = await startServer({ max_wal_size: '4GB' });
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
  for (const [name, measure] of chosen) {
    try {
      await measure({ server, report, messages });
    } catch (error) {
      failed += 1;
      console.error(`${name} could not be measured:`, error);
    }
  }
} finally {
  await server.stop();
}
report.end();
process.exit(failed === 0 ? 0 : 1);
