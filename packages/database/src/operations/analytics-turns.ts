/** In charge of counting messages and their answers: calls `catb.analytics_turns`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { TriageCategory } from '../rows.generated.ts';
import type { AnalyticsRange } from './analytics-range.ts';

/** `none`: the message has no category. */
export type TurnTriage = TriageCategory | 'none';

/** Messages of one category in a bucket; answers are counted at their own time. */
export interface TurnCounts {
  start: Date;
  triage: TurnTriage;
  turns: number;
  /** The first of its session. */
  firstTurns: number;
  /** With at least one red flag. */
  flaggedTurns: number;
  userTokens: number;
  answers: number;
  answersComplete: number;
  answersAborted: number;
  answersFailed: number;
  answersUnfinished: number;
  /** Cut at 300 tokens. */
  answersTruncated: number;
  answerTokens: number;
  ratedUp: number;
  ratedDown: number;
}

// float8 holds a count exactly up to 2^53, and the driver makes a number of it.
const statement: Statement = {
  name: 'analytics_turns',
  text: `select bucket_start as "start", triage, turns::float8 as turns,
                first_turns::float8 as "firstTurns", flagged_turns::float8 as "flaggedTurns",
                user_tokens::float8 as "userTokens", answers::float8 as answers,
                answers_complete::float8 as "answersComplete",
                answers_aborted::float8 as "answersAborted",
                answers_failed::float8 as "answersFailed",
                answers_unfinished::float8 as "answersUnfinished",
                answers_truncated::float8 as "answersTruncated",
                answer_tokens::float8 as "answerTokens",
                rated_up::float8 as "ratedUp", rated_down::float8 as "ratedDown"
         from catb.analytics_turns($1, $2, $3, $4, $5)`,
  doing: 'count turns',
};

/** Of each bucket and category that has any; of one category where it is given. */
export async function analyticsTurns(
  database: Database,
  { from, to, bucket, timezone }: AnalyticsRange,
  triage?: TurnTriage,
): Promise<TurnCounts[]> {
  const values = [from, to, bucket, timezone, triage ?? null];
  return await runStatement<TurnCounts>(database, statement, values);
}
