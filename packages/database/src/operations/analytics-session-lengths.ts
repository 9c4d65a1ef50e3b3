/** In charge of how long conversations are: calls `catb.analytics_session_lengths`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { AnalyticsDays } from './analytics-days.ts';

/** Sessions of one length. */
export interface SessionLength {
  /** Messages in all, or turns until the last answer of a session that fell quiet content. */
  question: 'messages' | 'turns_to_resolution';
  /** 50 stands for all that are longer. */
  length: number;
  sessions: number;
}

const statement: Statement = {
  name: 'analytics_session_lengths',
  text: `select question, length, sessions::float8 as sessions
         from catb.analytics_session_lengths($1, $2) order by question, length`,
  doing: 'count sessions by their length',
};

/** Of each question and length that has any, the shortest first. */
export async function analyticsSessionLengths(
  database: Database,
  { from, to }: AnalyticsDays,
): Promise<SessionLength[]> {
  return await runStatement<SessionLength>(database, statement, [from, to]);
}
