/** In charge of starting a session: calls `public.create_session`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

/** A session and the token that opens it, which the database shows once. */
export interface SessionToken {
  sessionId: string;
  /** `catb_` and 64 URL-safe letters. */
  sessionToken: string;
  expiresAt: Date;
}

const statement: Statement = {
  name: 'create_session',
  text: `select session_id as "sessionId", session_token as "sessionToken", expires_at as "expiresAt"
         from public.create_session()`,
  doing: 'start a session',
};

/** Starts a session that lasts 30 days. */
export function createSession(database: Database): Promise<SessionToken> {
  return runForRow<SessionToken>(database, statement, []);
}
