import { expect, test } from 'vitest';
import { ApiError, ConnectionError } from '../api/errors.ts';
import { planRetry } from './plan-retry.ts';

const body = { code: 'x', message: 'Refused.', details: null, hint: 'Wait.' };

test('a lost connection is tried again ever more slowly, then left to the person', () => {
  const delays = [1, 2, 3, 6, 8].map((attempt) => planRetry(new ConnectionError(), attempt, 0));
  expect(delays.map((plan) => (plan.kind === 'wait' ? plan.delayMs : plan.kind))).toEqual([
    1_000, 2_000, 4_000, 30_000, 30_000,
  ]);
  expect(planRetry(new ConnectionError(), 9, 0).kind).toBe('fail');
});

test('a rate limit is waited out for as long as the server says', () => {
  expect(planRetry(new ApiError(429, body, 12), 1, 0)).toEqual({
    kind: 'wait',
    reason: 'rate_limit',
    delayMs: 12_000,
  });
});

test('a long rate limit is left to the person, with the time from which a retry can succeed', () => {
  expect(planRetry(new ApiError(429, body, 3_600), 1, 5_000)).toEqual({
    kind: 'fail',
    failure: { message: 'Refused. Wait.', isRetryable: true, retryAt: 3_605_000 },
  });
});

test('a turn in progress is asked for again', () => {
  const plan = planRetry(new ApiError(409, body, 2), 1, 0);
  expect(plan).toEqual({ kind: 'wait', reason: 'turn_in_progress', delayMs: 2_000 });
});

test('what is wrong with the message itself is not tried again', () => {
  const plan = planRetry(new ApiError(400, body, null), 1, 0);
  expect(plan.kind === 'fail' && plan.failure.isRetryable).toBe(false);
});
