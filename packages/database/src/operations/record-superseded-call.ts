/** In charge of paid calls whose result came too late: calls `public.record_superseded_call`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { ModelCallPurpose } from '../rows.generated.ts';
import { modelCallDetails, modelCallValues, type ModelCall } from './model-call.ts';

/** Which call, and what it was for. */
export interface SupersededCall {
  sessionToken: string;
  purpose: ModelCallPurpose;
  /** The answer it was for; for a summary, the last message summarised. */
  seq: number;
  /** The attempt that lost its turn; null for a summary. */
  attemptId: string | null;
  call: ModelCall;
}

const statement: Statement = {
  name: 'record_superseded_call',
  text: `select public.record_superseded_call($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
                                        $15, $16)
         as "costUsd"`,
  doing: 'record a call that came too late',
};

/**
 * Puts the call into the ledger with the finish reason `superseded`; once, however often it is told.
 *
 * @returns the cost in US dollars as a decimal string; null when it is unknown
 * @throws CatbError `session_token_refused`, `message_not_found`, `turn_in_progress`, `database_…`
 */
export async function recordSupersededCall(
  database: Database,
  { sessionToken, seq, attemptId, purpose, call }: SupersededCall,
): Promise<string | null> {
  const row = await runForRow<{ costUsd: string | null }>(database, statement, [
    sessionToken,
    seq,
    attemptId,
    purpose,
    // Its own finish reason comes last, and gives way.
    ...modelCallValues(call).slice(0, -1),
    ...modelCallDetails(call),
  ]);
  return row.costUsd;
}
