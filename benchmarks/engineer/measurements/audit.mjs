/** In charge of how long an audit takes. */
import { fileURLToPath } from 'node:url';
import { auditSchema } from '@catb/engineer';
import pg from 'pg';
import { bigSchema } from '../harness/big-schema.mjs';
import { runCommand } from '../harness/run-command.mjs';

const CATB = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url));
const TABLES = 500;

/** The first audit on a new connection to a new database, then the median of more, then the command. */
export async function measureAudit(
  /** @type {import('./measurement.mjs').Measurement} */ { server, report, quick },
) {
  report.begin(`catb audit of ${TABLES} tables, 1,500 indexes, 2,000 policies, 500 functions`);
  const url = await server.createDatabase('audited');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(bigSchema(TABLES));
  await client.end();
  const seconds = [];
  for (let run = 0; run < (quick ? 2 : 6); run += 1) {
    const began = performance.now();
    const { open } = await auditSchema(url, { schemas: ['app'] });
    seconds.push((performance.now() - began) / 1000);
    if (open.length > 0)
      throw new Error(`The clean schema has findings: ${JSON.stringify(open[0])}`);
  }
  const [first = 0, ...others] = seconds;
  const median = others.sort((a, b) => a - b)[Math.floor(others.length / 2)] ?? 0;
  report.add({ figure: 'the first, in a new process', value: first, unit: 's', atMost: 5 });
  report.add({ figure: 'after that, median', value: median, unit: 's', atMost: 5 });
  const args = [CATB, 'audit', '--db-url', url, '--schema', 'app', '--json'];
  const command = await runCommand(process.execPath, args);
  if (command.status !== 0) throw new Error(`catb audit ended with ${command.status}`);
  report.add({ figure: 'the command, start to end', value: command.seconds, unit: 's', atMost: 5 });
}
