/** In charge of running `catb` as a person does: the built command, in a process of its own. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CATB = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url));

/**
 * Runs `catb import --json` to its end.
 *
 * @param {string} file
 * @param {string} url
 * @returns {Promise<{ messages: number, seconds: number }>} what it says it did, and the time that
 *   took without the start of the process
 */
export async function runImport(file, url) {
  const child = spawn(process.execPath, [CATB, 'import', file, '--db-url', url, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (complaints += chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`catb import ended with ${status}: ${complaints || output}`);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}
