/** In charge of how many sessions come back in later weeks: calls `catb.analytics_cohorts`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { AnalyticsDays } from './analytics-days.ts';

/** Sessions of one week that were active so many weeks later. */
export interface CohortCount {
  /** The Monday of the ISO week, in UTC, such as `2026-11-23`. */
  week: string;
  weeksAfter: number;
  sessions: number;
}

const statement: Statement = {
  name: 'analytics_cohorts',
  text: `select cohort_week::text as week, weeks_after as "weeksAfter", sessions::float8 as sessions
         from catb.analytics_cohorts($1, $2) order by cohort_week, weeks_after`,
  doing: 'count the sessions that came back',
};

/** Of each week and distance that has any, oldest first. */
export async function analyticsCohorts(
  database: Database,
  { from, to }: AnalyticsDays,
): Promise<CohortCount[]> {
  return await runStatement<CohortCount>(database, statement, [from, to]);
}
