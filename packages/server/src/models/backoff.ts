/** In charge of the pause between two attempts. */

/** How often and after what pauses a failed request is repeated. */
export interface RetryPolicy {
  /** Requests in all, the first one included. */
  attempts: number;
  /** Milliseconds; the upper end of the first pause, doubled each time. */
  baseMs: number;
  /** Milliseconds; no pause of our own choosing is longer. */
  capMs: number;
}

/** Four requests in all, with pauses of up to 0.5, 1 and 2 s. */
export const defaultRetryPolicy: RetryPolicy = { attempts: 4, baseMs: 500, capMs: 8000 };

/**
 * Milliseconds to wait after failed attempt number `attempt` (1 is the first). Between half and
 * all of the doubled base, at random, so that many clients don't come back at once. What the
 * provider asked for is the least, with a little on top for the same reason.
 */
export function pauseBeforeRetry(
  attempt: number,
  policy: RetryPolicy,
  retryAfterMs: number | undefined,
  random: () => number = Math.random,
): number {
  const ceiling = Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1));
  const own = ceiling * (0.5 + random() / 2);
  return retryAfterMs === undefined
    ? own
    : Math.max(own, retryAfterMs + (policy.baseMs / 4) * random());
}

/** Resolves after `milliseconds`, or at once when `signal` is aborted. Never rejects. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish);
  });
}
