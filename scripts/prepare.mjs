/** In charge of a fresh clone working at once: installs and builds what is missing, and only that. */
import { fileURLToPath } from 'node:url';
import { buildIsStale, buildPackages } from './build-packages.mjs';
import { installPackages, packagesAreMissing } from './install-packages.mjs';
import { takeTurns } from './take-turns.mjs';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Installs the packages when some are missing and builds when a source is newer than what was
 * built. With nothing to do it takes milliseconds and prints nothing. When it can't be done the
 * reason is printed and the process ends with status 1.
 *
 * @param {{ lastWords?: string }} [options] a line to print last when it can't be done
 */
export async function prepare({ lastWords } = {}) {
  try {
    if (!packagesAreMissing(root) && !buildIsStale(root)) return;
    await takeTurns(root, async () => {
      // Asked again: whoever had the turn before may have done it.
      if (packagesAreMissing(root)) await installPackages(root);
      if (buildIsStale(root)) await buildPackages(root);
    });
  } catch (error) {
    endWith(error, lastWords);
  }
}

/**
 * Prints why the work can't go on, without a stack, and ends the process with status 1.
 *
 * @param {unknown} error
 * @param {string} [lastWords] a line to print after it
 * @returns {never}
 */
export function endWith(error, lastWords) {
  console.error(error instanceof Error ? error.message : String(error));
  if (lastWords) console.log(lastWords);
  process.exit(1);
}
