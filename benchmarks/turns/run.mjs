/**
 * The turns benchmark: everything against one embedded PostgreSQL 18, one measurement after the
 * other. `--json` prints one object a line, `--quick` is for a look, `--readme` puts the
 * figures into the README, and names of measurements run only those.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseMeasurements } from './harness/choose-measurements.mjs';
import { describeMachine } from './harness/machine.mjs';
import { createReport } from './harness/report.mjs';
import { startServer } from './harness/server.mjs';
import { writeBetween } from './harness/write-between.mjs';
import { measureDisk } from './measurements/disk.mjs';
import { measureFirstChat } from './measurements/first-chat.mjs';
import { measureHistoryLength } from './measurements/history-length.mjs';
import { measureImportRate } from './measurements/import-rate.mjs';
import { measurePolicies } from './measurements/policies.mjs';
import { measureStatements } from './measurements/statements.mjs';
import { measureTableSize } from './measurements/table-size.mjs';
import { measureWholeTurn } from './measurements/whole-turn.mjs';

const MEASUREMENTS = new Map([
  ['whole-turn', measureWholeTurn],
  ['statements', measureStatements],
  ['history-length', measureHistoryLength],
  ['policies', measurePolicies],
  ['disk', measureDisk],
  ['import-rate', measureImportRate],
  ['first-chat', measureFirstChat],
  // Last, because it leaves gigabytes behind that PostgreSQL goes on writing out.
  ['table-size', measureTableSize],
]);

const { flags, chosen } = chooseMeasurements(MEASUREMENTS, ['--json', '--quick', '--readme']);

// No contestant may spend its time, or this machine's data, on telling others that it runs.
process.env['MASTRA_TELEMETRY_DISABLED'] = '1';
process.env['LANGSMITH_TRACING'] = 'false';
process.env['LANGCHAIN_TRACING_V2'] = 'false';

const quick = flags.includes('--quick');
// All contestants keep their connections open at once.
const server = await startServer({ max_connections: '300' });
const report = createReport({
  json: flags.includes('--json'),
  machine: describeMachine({ postgres: server.version, quick }),
});
let failed = 0;
try {
  for (const [name, measure] of chosen) {
    try {
      await measure({ server, report, quick });
    } catch (error) {
      // The others are still worth having.
      failed += 1;
      console.error(`${name} could not be measured:`, error);
    }
    // What the last one left to be written is not to be the next one's burden.
    await server.checkpoint();
    await sleep(quick ? 0 : 1_000);
  }
} finally {
  await server.stop();
}
const table = report.end();
if (flags.includes('--readme') && failed === 0) {
  writeBetween(new URL('README.md', import.meta.url), 'figures', `\`\`\`text\n${table}\n\`\`\``);
}
// A contestant may have left a timer running.
process.exit(failed === 0 ? 0 : 1);
