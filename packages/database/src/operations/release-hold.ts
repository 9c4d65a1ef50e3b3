/** In charge of releasing a legal hold: calls `catb.release_hold`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

const statement: Statement = {
  name: 'release_hold',
  text: 'select catb.release_hold($1, $2) as "releasedAt"',
  doing: 'release a legal hold',
};

/**
 * Lets a session go again, unless another hold keeps it.
 *
 * @param database as the owner
 * @param reason 10 to 1,000 characters; goes to the audit log
 * @throws CatbError `hold_invalid` when there is no such hold or it is released, `database_…`
 */
export async function releaseHold(
  database: Database,
  holdId: string,
  reason: string,
): Promise<Date> {
  const { releasedAt } = await runForRow<{ releasedAt: Date }>(database, statement, [
    holdId,
    reason,
  ]);
  return releasedAt;
}
