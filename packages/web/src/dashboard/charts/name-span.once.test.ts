import { expect, test } from 'vitest';
import { isRunning, nameSpan } from './name-span.ts';

const day = { start: '2026-11-25T00:00:00Z', end: '2026-11-25T14:15:00Z' };

test('a bucket that was not over when the figures were read is said to be so', () => {
  const look = { bucket: 'day', timezone: 'UTC' } as const;
  expect(nameSpan(day, { ...look, asOf: '2026-11-25T14:02:00Z' })).toBe('Wed, 25 Nov 2026, so far');
  expect(nameSpan(day, { ...look, asOf: '2026-11-25T14:15:00Z' })).toBe('Wed, 25 Nov 2026');
});

test('no bucket is not running', () => {
  expect(isRunning(undefined, '2026-11-25T14:02:00Z')).toBe(false);
});
