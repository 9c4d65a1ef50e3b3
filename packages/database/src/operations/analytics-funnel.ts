/** In charge of how far sessions get: calls `catb.analytics_funnel`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { AnalyticsDays } from './analytics-days.ts';

/** Of the sessions created on these days. */
export interface SessionFunnel {
  created: number;
  /** Said something. */
  spoke: number;
  /** Got a whole answer. */
  answered: number;
  /** Had a second turn. */
  cameBack: number;
  /** Rated an answer. */
  rated: number;
}

const statement: Statement = {
  name: 'analytics_funnel',
  text: `select created::float8 as created, spoke::float8 as spoke, answered::float8 as answered,
                came_back::float8 as "cameBack", rated::float8 as rated
         from catb.analytics_funnel($1, $2)`,
  doing: 'count how far sessions get',
};

/** How far the sessions of these days got. */
export async function analyticsFunnel(
  database: Database,
  { from, to }: AnalyticsDays,
): Promise<SessionFunnel> {
  return await runForRow<SessionFunnel>(database, statement, [from, to]);
}
