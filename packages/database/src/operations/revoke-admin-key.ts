/** In charge of taking an admin key back: calls `catb.revoke_admin_key`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

const statement: Statement = {
  name: 'revoke_admin_key',
  text: 'select catb.revoke_admin_key($1) as "revokedAt"',
  doing: 'revoke an admin key',
};

/**
 * Takes the key of this name back for good, at once; a second time changes nothing.
 *
 * @param database as the owner
 * @returns since when it is revoked
 * @throws CatbError `admin_key_not_found`
 */
export async function revokeAdminKey(database: Database, name: string): Promise<Date> {
  const row = await runForRow<{ revokedAt: Date }>(database, statement, [name]);
  return row.revokedAt;
}
