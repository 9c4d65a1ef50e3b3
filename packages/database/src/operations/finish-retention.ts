/** In charge of ending a retention run: calls `catb.finish_retention`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

const statement: Statement = {
  name: 'finish_retention',
  text: 'select catb.finish_retention($1) as removed',
  doing: 'end a retention run',
};

/** Ends a run, and returns how many rows it removed, by table. */
export async function finishRetention(
  database: Database,
  runId: string,
): Promise<Record<string, number>> {
  return (await runForRow<{ removed: Record<string, number> }>(database, statement, [runId]))
    .removed;
}
