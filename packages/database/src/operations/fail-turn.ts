/** In charge of closing a turn that the model did not answer: calls `public.fail_turn`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { RaisedTriage, TurnAttempt } from './finish-turn.ts';
import { modelCallDetails, modelCallValues, type ModelCall } from './model-call.ts';

/** The apology in the answer's place. */
export interface FailTurnInput extends TurnAttempt {
  apology: string;
  /** Tokens (o200k_base), at most 300. */
  tokenCount: number;
  /** What the failed call used; its request id is unique even when the provider gave none. */
  call: ModelCall;
  /** The triage of the message, where what was said before made it graver than it was alone. */
  raisedTriage?: RaisedTriage | undefined;
}

const statement: Statement = {
  name: 'fail_turn',
  text: `select public.fail_turn($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                            $19, $20)
         as "costUsd"`,
  doing: 'store that an answer failed',
};

/**
 * Stores the apology as a failed answer. The same idempotency key begins a new attempt.
 *
 * @returns the cost in US dollars as a decimal string; null when it is unknown
 * @throws CatbError `turn_superseded`, `reply_blank`, `reply_too_long`, `database_…`
 */
export async function failTurn(database: Database, input: FailTurnInput): Promise<string | null> {
  const row = await runForRow<{ costUsd: string | null }>(database, statement, [
    input.sessionId,
    input.replySeq,
    input.attemptId,
    input.apology,
    input.tokenCount,
    ...modelCallValues(input.call),
    input.raisedTriage?.category ?? null,
    input.raisedTriage?.redFlags ?? null,
    ...modelCallDetails(input.call),
  ]);
  return row.costUsd;
}
