/** In charge of how many sessions were active on each day: calls `catb.analytics_days`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';

/** UTC days from `from` on, before `to`, as `2026-11-25`. */
export interface AnalyticsDays {
  from: string;
  to: string;
}

/** A UTC day, as of the last refresh of the views. */
export interface DayCounts {
  /** Such as `2026-11-25`. */
  day: string;
  activeSessions: number;
  newSessions: number;
  returningSessions: number;
  turns: number;
  /** Null on a day without sessions. */
  messagesPerSession: number | null;
  /** US dollars, a decimal string; null on a day without sessions. */
  costPerSessionUsd: string | null;
}

const statement: Statement = {
  name: 'analytics_days',
  text: `select day::text as day, active_sessions::float8 as "activeSessions",
                new_sessions::float8 as "newSessions",
                returning_sessions::float8 as "returningSessions", turns::float8 as turns,
                messages_per_session::float8 as "messagesPerSession",
                trim_scale(cost_per_session_usd)::text as "costPerSessionUsd"
         from catb.analytics_days($1, $2) order by day`,
  doing: 'count active sessions',
};

/** Of each day that has any, oldest first. */
export async function analyticsDays(
  database: Database,
  { from, to }: AnalyticsDays,
): Promise<DayCounts[]> {
  return await runStatement<DayCounts>(database, statement, [from, to]);
}
