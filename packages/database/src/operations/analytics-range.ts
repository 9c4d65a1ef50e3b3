/** In charge of which stretch of time is meant: calls `catb.analytics_range`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

/** What a stretch of time is divided into; weeks begin on Monday. */
export type AnalyticsBucket = 'hour' | 'day' | 'week' | 'month' | 'total';

/** From `from` on, before `to`; both are whole quarter hours, and buckets begin at local times. */
export interface AnalyticsRange {
  from: Date;
  to: Date;
  bucket: AnalyticsBucket;
  /** Its IANA name. */
  timezone: string;
}

const statement: Statement = {
  name: 'analytics_range',
  text: `select range_from as "from", range_to as "to", bucket
         from catb.analytics_range($1, $2, $3, $4)`,
  doing: 'read which time is meant',
};

/**
 * Makes a range of what was asked for. A date is that day's local midnight, a time has its offset.
 * Default: the last seven whole days and today until now, in buckets that suit its length.
 *
 * @throws CatbError `analytics_range_invalid`, `analytics_timezone_unknown`, `analytics_bucket_invalid`
 */
export async function analyticsRange(
  database: Database,
  input: {
    from?: string | undefined;
    to?: string | undefined;
    bucket?: AnalyticsBucket | undefined;
    timezone: string;
  },
): Promise<AnalyticsRange> {
  const { from, to, bucket, timezone } = input;
  const values = [from ?? null, to ?? null, bucket ?? null, timezone];
  const row = await runForRow<Omit<AnalyticsRange, 'timezone'>>(database, statement, values);
  return { ...row, timezone };
}
