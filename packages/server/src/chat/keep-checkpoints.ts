/** In charge of storing what a long answer has so far, so that it outlives this process. */
import { checkpointTurn, countTokens, type TurnAttempt } from '@catb/database';
import { describeError } from '../http/log-requests.ts';
import type { TurnDependencies } from './turn-dependencies.ts';

/** An answer that takes no longer than this costs no statement besides its two. */
const everyMs = 5_000;

/** Checkpoints under way. */
export interface Checkpoints {
  /** Ends them and waits for one that is being stored. */
  stop(): Promise<void>;
}

/** Stores `soFar()` every five seconds, if it grew. */
export function keepCheckpoints(
  { database, log }: TurnDependencies,
  attempt: TurnAttempt,
  soFar: () => string,
): Checkpoints {
  let stored = '';
  let storing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    const replySoFar = soFar();
    if (replySoFar === stored || replySoFar.trim() === '') return;
    stored = replySoFar;
    const tokenCount = countTokens(replySoFar);
    storing = checkpointTurn(database, { ...attempt, replySoFar, tokenCount }).catch(
      (error: unknown) => {
        log.warn({ error: describeError(error) }, 'checkpoint failed');
      },
    );
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await storing;
    },
  };
}
