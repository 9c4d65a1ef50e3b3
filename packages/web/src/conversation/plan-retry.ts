/** Decides what follows when sending a message fails: wait and send it again, or ask the person. */
import { ApiError, ConnectionError, describeError } from '../api/errors.ts';
import type { Failure, WaitReason } from './turn.ts';

/** Wait `delayMs` and send the same key again, or leave it to the person. */
export type RetryPlan =
  { kind: 'wait'; reason: WaitReason; delayMs: number } | { kind: 'fail'; failure: Failure };

/** A longer wait than this is the person's to take: sent unseen, a message may surprise. */
const LONGEST_WAIT_S = 120;
const CONNECTION_ATTEMPTS = 8;
const BUSY_ATTEMPTS = 4;
const IN_PROGRESS_ATTEMPTS = 30;

/**
 * The plan after `attempt` failures in a row (1 is the first).
 *
 * Nothing is lost by trying again: the key makes it the same turn.
 */
export function planRetry(error: unknown, attempt: number, now: number): RetryPlan {
  if (error instanceof ConnectionError && attempt <= CONNECTION_ATTEMPTS)
    return wait('connection', Math.min(30, 2 ** (attempt - 1)));
  if (error instanceof ApiError) {
    const { status, retryAfter } = error;
    if (status === 409 && attempt <= IN_PROGRESS_ATTEMPTS)
      return wait('turn_in_progress', retryAfter ?? 1);
    if (status === 429 && retryAfter !== null && retryAfter <= LONGEST_WAIT_S)
      return wait('rate_limit', retryAfter);
    if (status >= 502 && status <= 504 && attempt <= BUSY_ATTEMPTS && (retryAfter ?? 0) <= 60)
      return wait('busy', retryAfter ?? 2 ** attempt);
  }
  return { kind: 'fail', failure: describeFailure(error, now) };
}

function wait(reason: WaitReason, seconds: number): RetryPlan {
  return { kind: 'wait', reason, delayMs: Math.max(250, seconds * 1000) };
}

function describeFailure(error: unknown, now: number): Failure {
  const retryAfter = error instanceof ApiError ? error.retryAfter : null;
  // The same words would be refused again for what is wrong with themselves.
  const isRetryable = !(error instanceof ApiError) || ![400, 413, 422].includes(error.status);
  return {
    message: describeError(error),
    isRetryable,
    retryAt: retryAfter === null ? null : now + retryAfter * 1000,
  };
}
