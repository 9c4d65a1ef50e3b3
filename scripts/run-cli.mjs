/** In charge of running the built `catb` in this process. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './prepare.mjs';

/**
 * Runs the command line as if it had been started by itself. It stays in this process, so that
 * Ctrl-C, a signal and the exit status reach it, and leave it, directly.
 *
 * @param {string[]} args the command and its options
 */
export async function runCli(args) {
  const main = join(root, 'packages', 'cli', 'dist', 'main.js');
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
}
