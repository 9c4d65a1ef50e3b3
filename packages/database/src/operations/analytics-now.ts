/** In charge of what the figures are like right now, and how old they are: calls `catb.analytics_now`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

/** This moment. */
export interface AnalyticsNow {
  asOf: Date;
  turnsLast5Minutes: number;
  unfinishedAnswers: number;
  /** How far the rollups are behind what was said. */
  rollupLagSeconds: number | null;
  /** When the questions about sessions were last answered anew; null: never. */
  viewsRefreshedAt: Date | null;
  /** Whether generated sessions are among those counted. */
  includesDemo: boolean;
}

const statement: Statement = {
  name: 'analytics_now',
  text: `select as_of as "asOf", turns_last_5_minutes::float8 as "turnsLast5Minutes",
                unfinished_answers::float8 as "unfinishedAnswers",
                rollup_lag_seconds::float8 as "rollupLagSeconds",
                views_refreshed_at as "viewsRefreshedAt", demo_sessions as "includesDemo"
         from catb.analytics_now()`,
  doing: 'read how the figures stand',
};

/** How the figures stand. */
export async function analyticsNow(database: Database): Promise<AnalyticsNow> {
  return await runForRow<AnalyticsNow>(database, statement, []);
}
