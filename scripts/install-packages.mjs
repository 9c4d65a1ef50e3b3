/** In charge of having in node_modules exactly what package-lock.json asks for. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inSeconds, runNpm } from './run-command.mjs';

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[],
 *   libc?: string[] }} LockedPackage
 */

const stampOf = (root) => join(root, 'node_modules', '.catb-install');

const hashLock = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const allows = (names, mine) =>
  !names ||
  (names.some((name) => name[0] !== '!') ? names.includes(mine) : !names.includes(`!${mine}`));

/**
 * Whether this machine must have a locked package. An optional one that names platforms is needed
 * where it names ours; one that names none comes along with another, and may be left out.
 */
const isNeeded = (locked) => {
  if (!locked.optional) return true;
  if (!locked.os && !locked.cpu) return false;
  const musl = locked.libc?.length === 1 && locked.libc[0] === 'musl';
  return !musl && allows(locked.os, process.platform) && allows(locked.cpu, process.arch);
};

/**
 * Whether node_modules holds what the lock file asks for, by npm's own record of what it put there.
 * So somebody's `npm install` is not thrown away and repeated.
 *
 * @param {string} root the project's folder
 * @returns {boolean}
 */
function holdsWhatIsLocked(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  /** @type {[string, LockedPackage][]} */
  const locked = Object.entries(
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages,
  );
  return locked
    .filter(([path, entry]) => path.includes('node_modules/') && isNeeded(entry))
    .every(([path, entry]) => installed[path]?.version === entry.version);
}

/**
 * Whether anything has to be installed. Reads one small file when nothing has.
 *
 * @param {string} root the project's folder
 * @returns {boolean}
 */
export function packagesAreMissing(root) {
  const stamp = stampOf(root);
  const lock = hashLock(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return false;
  if (!holdsWhatIsLocked(root)) return true;
  writeFileSync(stamp, lock);
  return false;
}

/**
 * Installs exactly what the lock file names with `npm ci`, development tools included, because the
 * build needs them whatever NODE_ENV says, and optional ones, because PostgreSQL is one of them.
 *
 * @param {string} root the project's folder
 * @throws {Error} when npm fails; what npm said is on the terminal by then
 */
export async function installPackages(root) {
  console.error('Installing packages (npm ci) ...');
  const { ok, seconds } = await runNpm(
    ['ci', '--include=dev', '--include=optional', '--loglevel=error'],
    { cwd: root },
  );
  if (!ok) {
    throw new Error(
      'The packages could not be installed: npm ci failed, and says why above. ' +
        'Check the network and the free disk space, then run the command again.',
    );
  }
  writeFileSync(stampOf(root), hashLock(root));
  console.error(`Installed packages in ${inSeconds(seconds)}`);
}
