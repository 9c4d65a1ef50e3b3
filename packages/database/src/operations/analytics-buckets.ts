/** In charge of the buckets of a range, those without data too: calls `catb.analytics_buckets`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { AnalyticsRange } from './analytics-range.ts';

/** One bucket, cut at the ends of the range. */
export interface BucketBorders {
  start: Date;
  /** The start of the next one. */
  end: Date;
}

const statement: Statement = {
  name: 'analytics_buckets',
  text: `select bucket_start as "start", bucket_end as "end"
         from catb.analytics_buckets($1, $2, $3, $4) order by bucket_start`,
  doing: 'divide a range into buckets',
};

/**
 * Every bucket of the range, oldest first.
 *
 * @throws CatbError `analytics_range_invalid`, past 2,000 buckets too
 */
export async function analyticsBuckets(
  database: Database,
  { from, to, bucket, timezone }: AnalyticsRange,
): Promise<BucketBorders[]> {
  return await runStatement<BucketBorders>(database, statement, [from, to, bucket, timezone]);
}
