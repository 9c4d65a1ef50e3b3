/**
 * The engineer's benchmark: how long its tools take, and what they find beside their peers, on one
 * embedded PostgreSQL 18. `--json` prints one object a line, `--quick` is for a look,
 * `--write` puts the figures into the README and who finds what into the documentation, and names of
 * measurements run only those.
 */
import { chooseMeasurements } from '../turns/harness/choose-measurements.mjs';
import { describeMachine } from '../turns/harness/machine.mjs';
import { createReport } from '../turns/harness/report.mjs';
import { startServer } from '../turns/harness/server.mjs';
import { writeBetween } from '../turns/harness/write-between.mjs';
import { measureAccess } from './measurements/access.mjs';
import { measureAudit } from './measurements/audit.mjs';
import { measurePlantedFaults } from './measurements/planted-faults.mjs';
import { measurePlantedMigrations } from './measurements/planted-migrations.mjs';
import { measureProof } from './measurements/proof.mjs';

const MEASUREMENTS = new Map([
  ['audit', measureAudit],
  ['proof', measureProof],
  ['access', measureAccess],
  ['planted-faults', measurePlantedFaults],
  ['planted-migrations', measurePlantedMigrations],
]);

const { flags, chosen } = chooseMeasurements(MEASUREMENTS, ['--json', '--quick', '--write']);

// The peer may spend no time, and none of this machine's data, on telling others that it runs.
process.env['DO_NOT_TRACK'] = '1';
process.env['SUPABASE_TELEMETRY_DISABLED'] = '1';

const quick = flags.includes('--quick');
const write = flags.includes('--write');
const server = await startServer();
const folder = new URL('.', import.meta.url);
const report = createReport({
  json: flags.includes('--json'),
  machine: describeMachine({ postgres: server.version, quick, folder }),
});
let failed = 0;
/** @type {Map<string, string>} */
const tables = new Map();
try {
  for (const [name, measure] of chosen) {
    try {
      const table = await measure({ server, report, quick });
      if (table) tables.set(name, table);
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
if (write && !quick && failed === 0) {
  if (chosen.length === MEASUREMENTS.size) {
    writeBetween(new URL('README.md', folder), 'figures', `\`\`\`text\n${figures}\n\`\`\``);
  }
  const page = new URL('../../docs/explanations/who-finds-what.md', folder);
  for (const [name, table] of tables) writeBetween(page, name, table);
}
process.exit(failed === 0 ? 0 : 1);
