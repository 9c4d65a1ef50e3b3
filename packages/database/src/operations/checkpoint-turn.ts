/** In charge of keeping what a long answer has so far: calls `public.checkpoint_turn`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';
import type { TurnAttempt } from './finish-turn.ts';

const statement: Statement = {
  name: 'checkpoint_turn',
  text: 'select public.checkpoint_turn($1, $2, $3, $4, $5) as "isOwned"',
  doing: 'store part of an answer',
};

/**
 * Stores what was streamed so far, in state `streaming`, so that it outlives this process.
 *
 * @returns false when the attempt no longer owns the turn
 */
export async function checkpointTurn(
  database: Database,
  input: TurnAttempt & { replySoFar: string; tokenCount: number },
): Promise<boolean> {
  const row = await runForRow<{ isOwned: boolean }>(database, statement, [
    input.sessionId,
    input.replySeq,
    input.attemptId,
    input.replySoFar,
    input.tokenCount,
  ]);
  return row.isOwned;
}
