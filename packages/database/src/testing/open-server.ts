/** In charge of a pool as the API has it: connected as `catb_server`. */
import { openDatabase, type Database } from '../connection/pool.ts';
import { prepareServerRole } from '../connection/server-role.ts';
import type { TestDatabase } from './test-database.ts';

/** Opens it; whoever opens it closes it before the database is dropped. */
export async function openServer(database: TestDatabase, max = 10): Promise<Database> {
  return openDatabase({ url: await prepareServerRole(database.url), max });
}
