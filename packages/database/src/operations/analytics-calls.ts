/** In charge of what calls of models cost: calls `catb.analytics_calls`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { ModelCallPurpose } from '../rows.generated.ts';
import type { AnalyticsRange } from './analytics-range.ts';

/** Which calls are meant; what is left out means all. */
export interface CallFilter {
  provider?: string | undefined;
  model?: string | undefined;
  purpose?: ModelCallPurpose | undefined;
}

/** Calls of one model for one purpose in a bucket. The four kinds of tokens never overlap. */
export interface CallCounts {
  start: Date;
  provider: string;
  model: string;
  purpose: ModelCallPurpose;
  calls: number;
  /** By how sure their cost is; unknown ones are not in the sums of money. */
  exactCalls: number;
  estimatedCalls: number;
  unknownCalls: number;
  failedCalls: number;
  inputTokens: number;
  cachedInputTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
  /** US dollars, a decimal string. */
  costUsd: string;
  /** What caching saved: cached tokens at the price of input, less what they cost. */
  savedUsd: string;
}

// float8 holds a count exactly up to 2^53, and the driver makes a number of it; money stays text.
const statement: Statement = {
  name: 'analytics_calls',
  text: `select bucket_start as "start", provider, model, purpose::text as purpose,
                calls::float8 as calls, exact_calls::float8 as "exactCalls",
                estimated_calls::float8 as "estimatedCalls", unknown_calls::float8 as "unknownCalls",
                failed_calls::float8 as "failedCalls", input_tokens::float8 as "inputTokens",
                cached_input_tokens::float8 as "cachedInputTokens",
                cache_write_tokens::float8 as "cacheWriteTokens",
                output_tokens::float8 as "outputTokens",
                trim_scale(cost_usd)::text as "costUsd", trim_scale(saved_usd)::text as "savedUsd"
         from catb.analytics_calls($1, $2, $3, $4, $5, $6, $7)
         order by bucket_start, provider, model, purpose`,
  doing: 'sum up what calls cost',
};

/** Of each bucket, model and purpose that has any, in this order. */
export async function analyticsCalls(
  database: Database,
  { from, to, bucket, timezone }: AnalyticsRange,
  { provider, model, purpose }: CallFilter = {},
): Promise<CallCounts[]> {
  return await runStatement<CallCounts>(database, statement, [
    from,
    to,
    bucket,
    timezone,
    provider ?? null,
    model ?? null,
    purpose ?? null,
  ]);
}
