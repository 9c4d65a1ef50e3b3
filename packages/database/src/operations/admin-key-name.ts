/** In charge of telling whose an admin key is: calls `catb.admin_key_name`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

const statement: Statement = {
  name: 'admin_key_name',
  text: 'select catb.admin_key_name($1) as name',
  doing: 'check an admin key',
};

/**
 * The name of the key, or null: unknown, wrong, expired and revoked look the same.
 *
 * @throws CatbError `database_…`; a key that could not be checked is not a wrong one
 */
export async function adminKeyName(database: Database, key: string): Promise<string | null> {
  const row = await runForRow<{ name: string | null }>(database, statement, [key]);
  return row.name;
}
