/** In charge of deleting everything about a session: calls `public.erase_session`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

/** What was erased. The receipt names nobody and can be found in the audit log. */
export interface ErasureReceipt {
  receipt: string;
  erasedAt: Date;
  /** Rows by kind. */
  erased: Record<'messages' | 'modelCalls' | 'feedback' | 'preferences' | 'summaries', number>;
}

const statement: Statement = {
  name: 'erase_session',
  text: 'select receipt, erased_at as "erasedAt", erased from public.erase_session($1)',
  doing: 'erase a session',
};

/**
 * Deletes the session and all that belongs to it.
 *
 * @throws CatbError `session_token_refused`, `database_…`
 */
export function eraseSession(database: Database, sessionToken: string): Promise<ErasureReceipt> {
  return runForRow<ErasureReceipt>(database, statement, [sessionToken]);
}
