/** In charge of how long each model takes: calls `catb.analytics_models`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { CallFilter } from './analytics-calls.ts';
import type { Latency } from './analytics-latency.ts';
import type { AnalyticsRange } from './analytics-range.ts';

/** Percentiles of one model over the whole range. */
export interface ModelLatency extends Omit<Latency, 'start'> {
  provider: string;
  model: string;
}

// float8 holds a count exactly up to 2^53, and the driver makes a number of it.
const statement: Statement = {
  name: 'analytics_models',
  text: `select provider, model, metric, calls::float8 as calls, p50_ms::float8 as "p50Ms",
                p95_ms::float8 as "p95Ms", p99_ms::float8 as "p99Ms"
         from catb.analytics_models($1, $2, $3, $4)`,
  doing: 'read the latencies of models',
};

/** Of each model and metric that has any; of replies only. */
export async function analyticsModels(
  database: Database,
  { from, to }: Pick<AnalyticsRange, 'from' | 'to'>,
  { provider, model }: Omit<CallFilter, 'purpose'> = {},
): Promise<ModelLatency[]> {
  const values = [from, to, provider ?? null, model ?? null];
  return await runStatement<ModelLatency>(database, statement, values);
}
