/** In charge of asking squawk about a file's text, alone and as it comes. */
import { createRequire } from 'node:module';
import { runCommand } from './run-command.mjs';

const COMMAND = createRequire(import.meta.url).resolve('squawk-cli/js/bin/squawk');

/**
 * @param {string} text
 * @returns {Promise<string[]>} the names of the rules that were broken, one for each place
 * @throws {Error} when it gave no answer
 */
export async function askSquawk(text) {
  const args = [COMMAND, '--reporter', 'json', '--stdin-filepath', 'migration.sql'];
  const { status, output, complaints } = await runCommand(process.execPath, args, text);
  if (status !== 0 && status !== 1) {
    throw new Error(`squawk ended with ${status}: ${complaints || output}`);
  }
  return JSON.parse(output).map((/** @type {{ rule_name: string }} */ one) => one.rule_name);
}
