/** In charge of how long the proof of a migration takes. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../harness/run-command.mjs';

const ROOT = new URL('../../../', import.meta.url);
const CATB = fileURLToPath(new URL('packages/cli/dist/main.js', ROOT));
const MIGRATIONS = new URL('supabase/migrations/', ROOT);

/** The command, cold: its own process, its own throw-away server, the newest migration of catb. */
export async function measureProof(
  /** @type {import('./measurement.mjs').Measurement} */ { server, report, quick },
) {
  report.begin('catb prove of one migration on catb’s schema');
  const url = await server.createCatbDatabase('proved');
  const newest = readdirSync(MIGRATIONS).sort().at(-1);
  const seconds = [];
  for (let run = 0; run < (quick ? 1 : 3); run += 1) {
    const file = fileURLToPath(new URL(`${newest}`, MIGRATIONS));
    const {
      status,
      complaints,
      output,
      seconds: taken,
    } = await runCommand(process.execPath, [...[CATB, 'prove', file, '--db-url', url, '--json']]);
    // 1 is a proof that did not succeed, which takes as long.
    if (status !== 0 && status !== 1) {
      throw new Error(`catb prove ended with ${status}: ${complaints || output}`);
    }
    seconds.push(taken);
  }
  const value = Math.max(...seconds);
  report.add({ figure: `${newest}, cold, the slowest`, value, unit: 's', atMost: 10 });
}
