/** In charge of how long answers of models take: calls `catb.analytics_latency`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { AnalyticsRange } from './analytics-range.ts';
import type { CallFilter } from './analytics-calls.ts';

/** Percentiles of a bucket in milliseconds, at most 5 % off. */
export interface Latency {
  start: Date;
  /** Of the whole answer, or until its first token. */
  metric: 'latency' | 'first_token';
  calls: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
}

// float8 holds a count exactly up to 2^53, and the driver makes a number of it.
const statement: Statement = {
  name: 'analytics_latency',
  text: `select bucket_start as "start", metric, calls::float8 as calls, p50_ms::float8 as "p50Ms",
                p95_ms::float8 as "p95Ms", p99_ms::float8 as "p99Ms"
         from catb.analytics_latency($1, $2, $3, $4, $5, $6)`,
  doing: 'read latencies',
};

/** Of each bucket and metric that has any. */
export async function analyticsLatency(
  database: Database,
  { from, to, bucket, timezone }: AnalyticsRange,
  { provider, model }: Omit<CallFilter, 'purpose'> = {},
): Promise<Latency[]> {
  const values = [from, to, bucket, timezone, provider ?? null, model ?? null];
  return await runStatement<Latency>(database, statement, values);
}
