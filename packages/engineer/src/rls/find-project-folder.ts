/** In charge of which project's files are about a database: its configuration, what it accepts. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { hasApplied } from '../findings/find-accepted-file.ts';

/**
 * The first folder that has no migrations, or some that the database has applied; null where there is
 * none. What another database's project accepts says nothing about this one.
 *
 * @param folders where to look, such as `supabase`; the first is where one stands
 */
export async function findProjectFolder(
  url: string,
  folders: readonly string[],
): Promise<string | null> {
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    const migrations = path.join(folder, 'migrations');
    if (!existsSync(migrations) || (await hasApplied(url, migrations))) return folder;
  }
  return null;
}
