/** In charge of making an admin key: calls `catb.create_admin_key`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

const statement: Statement = {
  name: 'create_admin_key',
  text: 'select catb.create_admin_key($1, $2) as key',
  doing: 'create an admin key',
};

/**
 * Makes a key of this name (1 to 63 of a-z, 0-9, `.`, `_`, `-`) and returns it; it can not be read again.
 *
 * @param database as the owner
 * @throws CatbError `admin_key_name_invalid`, `admin_key_name_taken`, `admin_key_expiry_invalid`
 */
export async function createAdminKey(
  database: Database,
  input: {
    name: string;
    /** From then on it is refused; left out: never. */
    expiresAt?: Date | undefined;
  },
): Promise<string> {
  const values = [input.name, input.expiresAt ?? null];
  return (await runForRow<{ key: string }>(database, statement, values)).key;
}
