/** In charge of replacing a session's token: calls `public.rotate_session_token`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { SessionToken } from './create-session.ts';

const statement: Statement = {
  name: 'rotate_session_token',
  text: `select session_id as "sessionId", session_token as "sessionToken", expires_at as "expiresAt"
         from public.rotate_session_token($1)`,
  doing: 'replace the token of a session',
};

/**
 * Gives the session a new token for 30 days; the old one is refused from now on.
 *
 * @throws CatbError `session_token_refused`
 */
export function rotateSessionToken(
  database: Database,
  sessionToken: string,
): Promise<SessionToken> {
  return runForRow<SessionToken>(database, statement, [sessionToken]);
}
