/** In charge of storing a rolling summary: calls `public.finish_summary`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { SummaryClaim } from './begin-summary.ts';
import { modelCallDetails, modelCallValues, type ModelCall } from './model-call.ts';

const statement: Statement = {
  name: 'finish_summary',
  text: `select public.finish_summary($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         as "isStored"`,
  doing: 'store a summary',
};

/**
 * Stores the summary made under a claim, at most 600 tokens, with the model call it took.
 *
 * @returns false when the claim was lost meanwhile
 */
export async function finishSummary(
  database: Database,
  input: Pick<SummaryClaim, 'sessionId' | 'claimId' | 'throughSeq'> & {
    content: string;
    tokenCount: number;
    call: ModelCall;
  },
): Promise<boolean> {
  const row = await runForRow<{ isStored: boolean }>(database, statement, [
    input.sessionId,
    input.claimId,
    input.throughSeq,
    input.content,
    input.tokenCount,
    ...modelCallValues(input.call),
    ...modelCallDetails(input.call),
  ]);
  return row.isStored;
}
