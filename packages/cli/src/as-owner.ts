/** In charge of the connection of commands that are the owner's work. */
import { openDatabase, type Database } from '@catb/database';
import { withDatabase, type DatabaseOption } from './database-option.ts';

/** How the connection shows itself, and how long a statement may take; default: as everywhere. */
interface OwnerSettings {
  applicationName: string;
  statementTimeoutMs?: number;
}

/** Runs with one connection as the owner, and closes it whatever happens. */
export async function asOwner<Result>(
  options: DatabaseOption,
  settings: OwnerSettings,
  run: (owner: Database) => Promise<Result>,
): Promise<Result> {
  return await withDatabase(options, async ({ url }) => {
    const owner = openDatabase({ url, max: 1, ...settings });
    return await run(owner).finally(() => owner.close());
  });
}
