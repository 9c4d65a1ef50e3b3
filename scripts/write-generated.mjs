/** In charge of what all generators do with their result: write it, or with `--check` compare it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './prepare.mjs';

/**
 * Writes the file where its text is another. With `--check` on the command line nothing is written,
 * and a difference ends the process with status 1.
 *
 * @param {string} path from the project's folder
 * @param {string} text
 * @param {string} command that writes it, for the message
 */
export function writeGenerated(path, text, command) {
  const target = join(root, path);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  if (process.argv.includes('--check')) {
    console.error(`${path} is out of date: run ${command}`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`wrote ${path}`);
}
