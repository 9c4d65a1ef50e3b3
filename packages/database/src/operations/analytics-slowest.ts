/** In charge of the calls that took longest: calls `catb.analytics_slowest`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { CallFilter } from './analytics-calls.ts';
import type { AnalyticsRange } from './analytics-range.ts';

/** A call, without its session and without content. */
export interface SlowCall {
  at: Date;
  provider: string;
  model: string;
  latencyMs: number;
  firstTokenMs: number | null;
  outputTokens: number;
  finishReason: string;
}

const statement: Statement = {
  name: 'analytics_slowest',
  text: `select at, provider, model, latency_ms as "latencyMs", first_token_ms as "firstTokenMs",
                output_tokens as "outputTokens", finish_reason as "finishReason"
         from catb.analytics_slowest($1, $2, $3, $4) order by latency_ms desc, at`,
  doing: 'read the slowest calls',
};

/** The slowest first, ten at most. */
export async function analyticsSlowest(
  database: Database,
  { from, to }: Pick<AnalyticsRange, 'from' | 'to'>,
  { provider, model }: Omit<CallFilter, 'purpose'> = {},
): Promise<SlowCall[]> {
  const values = [from, to, provider ?? null, model ?? null];
  return await runStatement<SlowCall>(database, statement, values);
}
