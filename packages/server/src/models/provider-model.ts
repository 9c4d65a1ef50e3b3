/** In charge of getting one reply out of a provider: attempts, pauses and the deadline. */
import { attemptReply, type ProviderConnection } from './attempt-reply.ts';
import { defaultRetryPolicy, pause, pauseBeforeRetry, type RetryPolicy } from './backoff.ts';
import { explainStop } from './explain-stop.ts';
import { ModelError } from './model-error.ts';
import type { Model } from './model.ts';
import { startStopwatch } from './stopwatch.ts';

/** How long a provider is waited for. */
export interface ModelTiming {
  /** Milliseconds for a whole call where the request names none; default 45,000. */
  deadlineMs?: number;
  /** Milliseconds between two events of a stream that has begun; default 15,000. */
  silenceMs?: number;
  retry?: RetryPolicy;
}

const defaultDeadlineMs = 45_000;
const defaultSilenceMs = 15_000;

/**
 * A model behind a provider. A failed request is repeated while the provider may recover, the
 * deadline allows it and no text has been handed out.
 */
export function createProviderModel(
  connection: ProviderConnection,
  timing: ModelTiming = {},
): Model {
  const policy = timing.retry ?? defaultRetryPolicy;
  return {
    provider: connection.provider,
    name: connection.name,
    isOffline: false,
    async reply(request, onText) {
      refuseWithoutRoom(request.maxTokens);
      const stopwatch = startStopwatch({
        client: request.signal,
        deadlineMs: request.deadlineMs ?? timing.deadlineMs ?? defaultDeadlineMs,
        silenceMs: timing.silenceMs ?? defaultSilenceMs,
      });
      try {
        for (let attempt = 1; ; attempt += 1) {
          if (stopwatch.reason !== null && stopwatch.reason !== 'limit') {
            throw explainStop(stopwatch.reason, connection.provider);
          }
          try {
            return await attemptReply(connection, request, onText, stopwatch, attempt);
          } catch (error) {
            const wait = pauseFor(error, attempt, policy);
            if (wait === null || wait >= stopwatch.remaining()) {
              throw error;
            }
            stopwatch.rest();
            await pause(wait, stopwatch.signal);
          }
        }
      } finally {
        stopwatch.dispose();
      }
    },
  };
}

/** Milliseconds until the next attempt, or null when there must be none. */
function pauseFor(error: unknown, attempt: number, policy: RetryPolicy): number | null {
  const mayRepeat =
    error instanceof ModelError &&
    error.isRetryable &&
    attempt < policy.attempts &&
    (error.partial === undefined || error.partial.text === '');
  return mayRepeat ? pauseBeforeRetry(attempt, policy, error.retryAfterMs) : null;
}

function refuseWithoutRoom(maxTokens: number): void {
  if (maxTokens < 1) {
    throw new ModelError({
      code: 'MODEL_REJECTED',
      message: `A reply of ${maxTokens} tokens was asked for.`,
      hint: 'Leave at least one token for the model.',
    });
  }
}
