/** In charge of the calls that did not end with `stop`: calls `catb.analytics_failures`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { CallFilter } from './analytics-calls.ts';
import type { AnalyticsRange } from './analytics-range.ts';

/** Calls of a model that ended alike. */
export interface FailureCount {
  provider: string;
  model: string;
  /** The provider's, or the code of the error it ended with. */
  finishReason: string;
  calls: number;
}

const statement: Statement = {
  name: 'analytics_failures',
  text: `select provider, model, finish_reason as "finishReason", calls::float8 as calls
         from catb.analytics_failures($1, $2, $3, $4) order by calls desc, provider, model, finish_reason`,
  doing: 'count failed calls',
};

/** The most frequent first. */
export async function analyticsFailures(
  database: Database,
  { from, to }: Pick<AnalyticsRange, 'from' | 'to'>,
  { provider, model }: Omit<CallFilter, 'purpose'> = {},
): Promise<FailureCount[]> {
  const values = [from, to, provider ?? null, model ?? null];
  return await runStatement<FailureCount>(database, statement, values);
}
