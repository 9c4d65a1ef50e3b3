/** In charge of storing what a person thinks of an answer: calls `public.record_feedback`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';
import type { FeedbackRating } from '../rows.generated.ts';

const statement: Statement = {
  name: 'record_feedback',
  text: 'select public.record_feedback($1, $2, $3, $4)',
  doing: 'store feedback',
};

/**
 * Stores thumbs up or down, with a comment of at most 2,000 characters; a second time replaces the first.
 *
 * @throws CatbError `session_token_refused`, `message_not_found`, `feedback_invalid`, `database_…`
 */
export async function recordFeedback(
  database: Database,
  input: {
    sessionToken: string;
    /** Of the answer. */
    seq: number;
    rating: FeedbackRating;
    comment?: string | undefined;
  },
): Promise<void> {
  await runStatement(database, statement, [
    input.seq,
    input.rating,
    input.comment ?? null,
    input.sessionToken,
  ]);
}
