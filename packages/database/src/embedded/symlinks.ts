/** In charge of the library links that a package of binaries needs and npm can't carry. */
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';

interface Link {
  source: string;
  target: string;
}

/**
 * Makes the links that `native/pg-symlinks.json` lists, where they are missing. The package would
 * do it in an install script, which npm 11 does not run unless told. Safe to call from several
 * processes at once and again and again.
 *
 * @param root The root of the package, or of a copy of it.
 */
export function completeLibraryLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = path.join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
