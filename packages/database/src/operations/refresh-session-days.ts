/** In charge of what sessions did on days that have changed: calls `catb.refresh_session_days`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

/** The statement; also for the owner's own connection. */
export const refreshSessionDaysText = 'select catb.refresh_session_days() as "days"';

const statement: Statement = {
  name: 'refresh_session_days',
  text: refreshSessionDaysText,
  doing: 'bring the days of sessions up to date',
};

/**
 * Computes the newest days that have changed, a few at a time.
 *
 * @returns how many it computed: 0 when none was left; null when another server is at it
 */
export async function refreshSessionDays(database: Database): Promise<number | null> {
  return (await runForRow<{ days: number | null }>(database, statement, [])).days;
}
