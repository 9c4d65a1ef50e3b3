/** In charge of placing a legal hold: calls `catb.place_hold`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

const statement: Statement = {
  name: 'place_hold',
  text: 'select catb.place_hold($1, $2) as "holdId"',
  doing: 'place a legal hold',
};

/**
 * Keeps a session from every erasure, by policy, by hand and on request.
 *
 * @param database as the owner
 * @param reason 10 to 1,000 characters; goes to the audit log
 * @returns the id to release the hold by
 * @throws CatbError `hold_invalid`, `database_…`
 */
export async function placeHold(
  database: Database,
  sessionId: string,
  reason: string,
): Promise<string> {
  return (await runForRow<{ holdId: string }>(database, statement, [sessionId, reason])).holdId;
}
