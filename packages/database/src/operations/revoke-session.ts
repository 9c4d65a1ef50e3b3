/** In charge of ending a session: calls `public.revoke_session`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

const statement: Statement = {
  name: 'revoke_session',
  text: 'select public.revoke_session($1) as "revokedAt"',
  doing: 'end a session',
};

/**
 * Ends the session: its token is refused from now on. What was said stays.
 *
 * @throws CatbError `session_token_refused`
 */
export async function revokeSession(database: Database, sessionToken: string): Promise<Date> {
  const row = await runForRow<{ revokedAt: Date }>(database, statement, [sessionToken]);
  return row.revokedAt;
}
