/** In charge of compiling the packages and the chat page, and of remembering what was built. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findMissingOutputs, fingerprintSources } from './fingerprint-sources.mjs';
import { inSeconds, runCommand } from './run-command.mjs';

const stampOf = (root) => join(root, 'node_modules', '.catb-build');

/**
 * Whether a source is not the one that was built, or an output is gone.
 *
 * @param {string} root the project's folder
 * @returns {boolean}
 */
export function buildIsStale(root) {
  const stamp = stampOf(root);
  return (
    !existsSync(stamp) ||
    readFileSync(stamp, 'utf8') !== fingerprintSources(root) ||
    findMissingOutputs(root).length > 0
  );
}

/**
 * Builds everything: the packages with `tsc -b`, which compiles what changed, and the chat page
 * with Vite, both at once.
 *
 * @param {string} root the project's folder
 * @throws {Error} when a part fails; what the compiler said is on the terminal by then
 */
export async function buildPackages(root) {
  // Taken before the build: a file that is edited while it runs is built the next time.
  const fingerprint = fingerprintSources(root);
  const web = join(root, 'packages', 'web');
  const find = createRequire(join(web, 'package.json')).resolve;
  const vite = join(dirname(find('vite/package.json')), 'bin', 'vite.js');
  // The compiler trusts its own record; without this it would not notice that a file is gone.
  const force = findMissingOutputs(root).some((path) => path.endsWith('.js')) ? ['--force'] : [];

  console.error('Building ...');
  const done = await Promise.all([
    buildPart('the packages', [find('typescript/bin/tsc'), '-b', ...force], root),
    buildPart('the chat page', [vite, 'build', '--logLevel', 'warn'], web),
  ]);
  if (!done.every(Boolean)) {
    throw new Error('The build failed; the compiler says above where.');
  }
  const missing = findMissingOutputs(root);
  if (missing.length > 0) {
    throw new Error(`The build finished without making ${missing.join(' and ')}.`);
  }
  writeFileSync(stampOf(root), fingerprint);
}

/** @returns {Promise<boolean>} whether it was built */
async function buildPart(name, args, cwd) {
  const { ok, seconds, output } = await runCommand('node', args, { cwd, capture: true });
  if (ok) console.error(`Built ${name} in ${inSeconds(seconds)}`);
  else console.error(`${output}Building ${name} failed after ${inSeconds(seconds)}`);
  return ok;
}
