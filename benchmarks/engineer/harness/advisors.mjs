/** In charge of asking the Supabase CLI's advisors, which are Supabase's splinter. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.mjs';

const CLI = fileURLToPath(
  new URL('../node_modules/@supabase/cli-linux-x64/bin/supabase', import.meta.url),
);

/**
 * @typedef {object} Advice
 * @property {string} name of the lint
 * @property {string} key different for each thing that is found
 */

/**
 * `supabase db advisors` on a database.
 *
 * @param {string} url
 * @param {string[]} schemas the exposed ones: the CLI takes them from a project's config.toml
 * @returns {Promise<Advice[]>}
 * @throws {Error} when it did not get as far as an answer
 */
export async function askAdvisors(url, schemas) {
  const folder = mkdtempSync(join(tmpdir(), 'catb-advisors-'));
  try {
    mkdirSync(join(folder, 'supabase'));
    const config = `project_id = "planted"\n[api]\nschemas = ${JSON.stringify(schemas)}\n`;
    writeFileSync(join(folder, 'supabase', 'config.toml'), config);
    const { status, output, complaints } = await runCommand(CLI, [
      ...['db', 'advisors', `--remote=${url}`, '--workdir', folder],
      ...['--level', 'info', '--fail-on', 'none', '--output-format', 'json'],
    ]);
    if (status !== 0) {
      throw new Error(`supabase db advisors ended with ${status}: ${complaints || output}`);
    }
    const { results } = JSON.parse(output);
    return results.map((/** @type {{ name: string, cacheKey: string }} */ { name, cacheKey }) => ({
      name,
      key: cacheKey,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
