/** In charge of the second statement of a turn: calls `public.finish_turn`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { TriageCategory } from '../rows.generated.ts';
import { modelCallDetails, modelCallValues, type ModelCall } from './model-call.ts';

/** Which attempt at which turn. */
export interface TurnAttempt {
  sessionId: string;
  replySeq: number;
  attemptId: string;
}

/** The answer as it was given. */
export interface FinishTurnInput extends TurnAttempt {
  reply: string;
  /** Tokens (o200k_base), at most 300. */
  tokenCount: number;
  truncated: boolean;
  /** Whether the client hung up before the end. */
  aborted: boolean;
  call: ModelCall;
  /** The triage of the message, where what was said before made it graver than it was alone. */
  raisedTriage?: RaisedTriage | undefined;
}

/** A triage that only the context told. */
export interface RaisedTriage {
  category: TriageCategory;
  /** Names of the rules that raised a flag. */
  redFlags: readonly string[];
}

const statement: Statement = {
  name: 'finish_turn',
  text: `select public.finish_turn($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                              $19, $20, $21, $22)
         as "costUsd"`,
  doing: 'store an answer',
};

/**
 * Stores the answer, its state, the usage and the cost.
 *
 * @returns the cost in US dollars as a decimal string; null when it is unknown
 * @throws CatbError `turn_superseded`, `reply_blank`, `reply_too_long`, `database_…`
 */
export async function finishTurn(
  database: Database,
  input: FinishTurnInput,
): Promise<string | null> {
  const row = await runForRow<{ costUsd: string | null }>(database, statement, [
    input.sessionId,
    input.replySeq,
    input.attemptId,
    input.reply,
    input.tokenCount,
    input.truncated,
    input.aborted,
    ...modelCallValues(input.call),
    input.raisedTriage?.category ?? null,
    input.raisedTriage?.redFlags ?? null,
    ...modelCallDetails(input.call),
  ]);
  return row.costUsd;
}
