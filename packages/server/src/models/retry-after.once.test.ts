import { expect, test } from 'vitest';
import { pauseBeforeRetry } from './backoff.ts';
import { readRetryAfter } from './retry-after.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

test.each([
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after': '0.25' }, 250],
  [{ 'retry-after': ' 0 ' }, 0],
  [{ 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }, 30_000],
  [{ 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after-ms': '120', 'retry-after': '7' }, 120],
  [{ 'retry-after': '-5' }, undefined],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '' }, undefined],
  [{}, undefined],
])('%j means %s ms', (headers, expected) => {
  expect(readRetryAfter(headers as Record<string, string>, now)).toBe(expected);
});

const policy = { attempts: 5, baseMs: 100, capMs: 300 };

test('pauses double up to the cap, between half and all of it', () => {
  const longest = [1, 2, 3, 4].map((attempt) =>
    pauseBeforeRetry(attempt, policy, undefined, () => 1),
  );
  const shortest = [1, 2, 3, 4].map((attempt) =>
    pauseBeforeRetry(attempt, policy, undefined, () => 0),
  );
  expect(longest).toEqual([100, 200, 300, 300]);
  expect(shortest).toEqual([50, 100, 150, 150]);
});

test('a pause is never shorter than the provider asked for', () => {
  expect(pauseBeforeRetry(1, policy, 5000, () => 0)).toBe(5000);
  expect(pauseBeforeRetry(1, policy, 5000, () => 1)).toBe(5025);
  expect(pauseBeforeRetry(3, policy, 1, () => 0)).toBe(150);
});
