/** In charge of which file is meant by what somebody types: a path, a version, a name. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { EngineerError } from '../errors.ts';

/**
 * A path as it is, else the file of `migrations` in one of the folders whose name, version or title it is.
 *
 * @param directories `supabase` folders, the nearest first
 * @throws EngineerError CHANGE_UNREADABLE when there is none, or more than one
 */
export function findChange(wanted: string, directories: readonly string[]): string {
  if (existsSync(wanted)) return wanted;
  for (const directory of directories) {
    const folder = path.join(directory, 'migrations');
    if (!existsSync(folder)) continue;
    const found = readdirSync(folder).filter((file) => {
      const stem = file.replace(/\.sql$/, '');
      const [version = '', ...title] = stem.split('_');
      return [file, stem, version, title.join('_')].includes(wanted);
    });
    const [first] = found;
    if (found.length === 1 && first !== undefined) return path.join(folder, first);
    if (found.length > 1) {
      throw new EngineerError({
        code: 'CHANGE_UNREADABLE',
        message: `${wanted} may be ${found.join(' or ')}.`,
        hint: 'Name the whole file.',
      });
    }
  }
  throw new EngineerError({
    code: 'CHANGE_UNREADABLE',
    message: `There is no migration ${wanted}.`,
    hint: 'Name a file, or a migration of the supabase folder by its version or file name.',
  });
}
