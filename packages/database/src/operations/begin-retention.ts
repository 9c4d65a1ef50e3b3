/** In charge of beginning a retention run: calls `catb.begin_retention`; the owner's work, not the server's. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

/** A run that has begun. */
export interface RetentionRun {
  runId: string;
  /** The moment by which it judges what is due, by the database's clock. */
  startedAt: Date;
  /** The run before was killed, and may have left dead rows. */
  cleanUp: boolean;
}

const statement: Statement = {
  name: 'begin_retention',
  text: `select run_id as "runId", started_at as "startedAt", clean_up as "cleanUp"
         from catb.begin_retention($1, $2)`,
  doing: 'begin a retention run',
};

/**
 * Begins a run. It holds a lock of the connection: `database` has one only.
 *
 * @param trustClock goes on although the database's clock may be ahead
 * @throws CatbError `retention_run_refused` when another one is at work, `retention_clock_doubtful`
 */
export function beginRetention(database: Database, trustClock: boolean): Promise<RetentionRun> {
  return runForRow<RetentionRun>(database, statement, [trustClock, new Date()]);
}
