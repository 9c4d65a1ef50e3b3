/** In charge of handing out everything held about a session: calls `public.export_session`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

const statement: Statement = {
  name: 'export_session',
  // As text: the document goes to the person as it is, and need not be parsed here.
  text: 'select public.export_session($1)::text as document',
  doing: 'export a session',
};

/**
 * Everything held about the session, as the text of one JSON document (format `catb-session-1`).
 *
 * @throws CatbError `session_token_refused`, `database_…`
 */
export async function exportSession(database: Database, sessionToken: string): Promise<string> {
  const row = await runForRow<{ document: string }>(database, statement, [sessionToken]);
  return row.document;
}
