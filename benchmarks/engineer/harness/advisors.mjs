/** In charge of asking the Supabase CLI's advisors, which are Supabase's splinter. */
import { fileURLToPath } from 'node:url';
import { runCommand } from './run-command.mjs';

const CLI = fileURLToPath(new URL('../node_modules/supabase/dist/supabase.js', import.meta.url));

/**
 * @typedef {object} Advice
 * @property {string} name of the lint
 * @property {string} key different for each thing that is found
 */

/**
 * `supabase db advisors` on a database.
 *
 * @param {string} url
 * @returns {Promise<Advice[]>}
 * @throws {Error} when it did not get as far as an answer
 */
export async function askAdvisors(url) {
  const { status, output, complaints } = await runCommand(process.execPath, [
    ...[CLI, 'db', 'advisors', `--remote=${url}`],
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
}
