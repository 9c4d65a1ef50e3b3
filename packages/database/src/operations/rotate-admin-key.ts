/** In charge of replacing an admin key: calls `catb.rotate_admin_key`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

const statement: Statement = {
  name: 'rotate_admin_key',
  text: 'select catb.rotate_admin_key($1, $2) as key',
  doing: 'rotate an admin key',
};

/**
 * Gives the name a new key and returns it; the old one is refused at once.
 *
 * @param database as the owner
 * @throws CatbError `admin_key_not_found`, `admin_key_revoked`, `admin_key_expiry_invalid`
 */
export async function rotateAdminKey(
  database: Database,
  input: {
    name: string;
    /** Left out, it expires when the old one would have. */
    expiresAt?: Date | undefined;
  },
): Promise<string> {
  const values = [input.name, input.expiresAt ?? null];
  return (await runForRow<{ key: string }>(database, statement, values)).key;
}
