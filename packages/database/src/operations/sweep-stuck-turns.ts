/** In charge of closing answers that a dead process left unfinished: calls `catb.sweep_stuck_turns`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import { countTokens } from '../tokens/index.ts';

const statement: Statement = {
  name: 'sweep_stuck_turns',
  text: 'select catb.sweep_stuck_turns($1, $2, make_interval(secs => $3)) as "closed"',
  doing: 'close unfinished answers',
};

/**
 * Closes answers unfinished for longer than `olderThanSeconds`: `aborted` with what was streamed,
 * else `failed` with the apology. Any number of servers may do so at once.
 *
 * @returns how many were closed
 */
export async function sweepStuckTurns(
  database: Database,
  input: { apology: string; olderThanSeconds: number },
): Promise<number> {
  const row = await runForRow<{ closed: number }>(database, statement, [
    input.apology,
    countTokens(input.apology),
    input.olderThanSeconds,
  ]);
  return row.closed;
}
