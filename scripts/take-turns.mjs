/** In charge of letting one process at a time install or build in this folder. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_WAIT_MS = 10 * 60_000;
const TIME_TO_WRITE_THE_OWNER_MS = 5_000;

/**
 * The lock file of a folder. It lies outside node_modules, because npm ci empties that.
 *
 * @param {string} root the project's folder
 * @returns {string} absolute path
 */
export function lockFor(root) {
  const id = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return join(tmpdir(), `catb-prepare-${id}.lock`);
}

/**
 * Runs `work` while no other process of this machine does so for the same folder, waiting up to
 * ten minutes. A lock whose owner has died, of Ctrl-C for one, is taken over.
 *
 * @template T
 * @param {string} root the project's folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Error} when the other process does not finish in time
 */
export async function takeTurns(root, work) {
  const lock = lockFor(root);
  const givenUpAt = Date.now() + LONGEST_WAIT_MS;
  let told = false;
  while (!take(lock)) {
    if (ownerIsGone(lock)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (Date.now() > givenUpAt) {
      throw new Error(
        'Another process has been installing or building in this folder for ten minutes. ' +
          `If there is none, delete ${lock} and run the command again.`,
      );
    }
    if (!told) console.error('Waiting for another process that installs or builds here ...');
    told = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

const take = (lock) => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
};

const ownerIsGone = (lock) => {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (owner === 0) return Date.now() - statSync(lock).mtimeMs > TIME_TO_WRITE_THE_OWNER_MS;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    // ENOENT: it was given back between the two looks. EPERM: it lives, as another user.
    return codeOf(error) === 'ESRCH' || codeOf(error) === 'ENOENT';
  }
};

const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);
