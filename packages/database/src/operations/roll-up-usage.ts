/** In charge of bringing the usage rollups up to date: calls `catb.roll_up_usage`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

/** What one run did. */
export interface UsageRun {
  /** Closed quarters of an hour that were computed anew; null when another server was at it. */
  quarters: number | null;
  /** Closed quarters that still wait; null when another server was at it. */
  waiting: number | null;
}

/** The statement; also for the owner's own connection. */
export const rollUpUsageText = 'select quarters, waiting::integer from catb.roll_up_usage()';

const statement: Statement = {
  name: 'roll_up_usage',
  text: rollUpUsageText,
  doing: 'bring the usage rollups up to date',
};

/**
 * Counts everything that is open, and the newest closed quarters in which a row has changed. Any
 * number of servers may ask for it at once: one does it.
 */
export function rollUpUsage(database: Database): Promise<UsageRun> {
  return runForRow<UsageRun>(database, statement, []);
}
