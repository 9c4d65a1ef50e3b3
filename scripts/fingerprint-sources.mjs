/** In charge of telling whether the sources are the ones that were built. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const OUTPUTS_AND_PACKAGES = new Set(['dist', 'node_modules', 'tests']);
const IS_NO_SOURCE = /\.(test\.tsx?|md|sql)$/;

/** @returns {Generator<string>} every file of the folder that goes into a build */
function* sourcesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!OUTPUTS_AND_PACKAGES.has(entry.name)) yield* sourcesUnder(path);
    } else if (!IS_NO_SOURCE.test(entry.name)) {
      yield path;
    }
  }
}

/**
 * One value that changes when a source of the packages is added, edited, moved or deleted. It
 * looks at sizes and times only, so that it costs milliseconds; a changed time with the same
 * contents costs one build that does nothing.
 *
 * @param {string} root the project's folder
 * @returns {string} 64 hexadecimal digits
 */
export function fingerprintSources(root) {
  const hash = createHash('sha256').update(process.version);
  const shared = ['tsconfig.base.json', 'tsconfig.json', 'package-lock.json'];
  for (const path of [
    ...shared.map((name) => join(root, name)),
    ...sourcesUnder(join(root, 'packages')),
  ].sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @returns {string[]} the built modules that a package.json names, relative to its folder */
const modulesNamedBy = (value) => {
  if (typeof value === 'string') return /^\.\/dist\/.*\.js$/.test(value) ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(modulesNamedBy) : [];
};

/**
 * The files that a build must leave behind and that are not there: what each package.json names
 * in `bin` and `exports`, and the chat page.
 *
 * @param {string} root the project's folder
 * @returns {string[]} paths relative to the project's folder
 */
export function findMissingOutputs(root) {
  const modules = readdirSync(join(root, 'packages')).flatMap((name) => {
    const folder = join('packages', name);
    // What another branch built stays behind, in a folder that is no package on this one.
    if (!existsSync(join(root, folder, 'package.json'))) return [];
    const { bin, exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return modulesNamedBy([bin, exports]).map((path) => join(folder, path));
  });
  const page = join('packages', 'web', 'dist', 'client', 'index.html');
  return [...modules, page].filter((path) => !existsSync(join(root, path)));
}
