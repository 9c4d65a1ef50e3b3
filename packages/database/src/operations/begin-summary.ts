/** In charge of claiming a rolling summary: calls `public.begin_summary`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { MessageRole } from '../rows.generated.ts';

/** What is to be summarised, by whoever holds the claim. */
export interface SummaryClaim {
  sessionId: string;
  claimId: string;
  /** Empty when there is none yet. */
  previousSummary: string;
  /** The last message that the new summary will cover. */
  throughSeq: number;
  messages: { role: MessageRole; content: string }[];
}

const statement: Statement = {
  name: 'begin_summary',
  text: `select session_id as "sessionId", claim_id as "claimId", previous_summary as "previousSummary",
                through_seq as "throughSeq", coalesce(messages, '[]') as messages
         from public.begin_summary($1, $2)`,
  doing: 'claim a summary',
};

/**
 * Claims the summary of what lies before `windowFromSeq`, for two minutes.
 *
 * @returns null when another job holds it, or a budget is spent that stops the model
 * @throws CatbError `session_token_refused`, `database_…`
 */
export async function beginSummary(
  database: Database,
  input: { sessionToken: string; windowFromSeq: number },
): Promise<SummaryClaim | null> {
  const row = await runForRow<{ claimId: string | null }>(database, statement, [
    input.sessionToken,
    input.windowFromSeq,
  ]);
  return row.claimId === null ? null : (row as SummaryClaim);
}
