/** In charge of how many sessions were created: calls `catb.analytics_sessions`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { AnalyticsRange } from './analytics-range.ts';

/** Sessions created in a bucket. */
export interface SessionCount {
  start: Date;
  sessions: number;
}

// float8 holds a count exactly up to 2^53, and the driver makes a number of it.
const statement: Statement = {
  name: 'analytics_sessions',
  text: `select bucket_start as "start", sessions::float8 as sessions
         from catb.analytics_sessions($1, $2, $3, $4)`,
  doing: 'count sessions',
};

/** Of each bucket that has any. */
export async function analyticsSessions(
  database: Database,
  { from, to, bucket, timezone }: AnalyticsRange,
): Promise<SessionCount[]> {
  return await runStatement<SessionCount>(database, statement, [from, to, bucket, timezone]);
}
