import { expect, test } from 'vitest';
import { formatDay, formatMoment, formatSpan, formatTick } from './format-time.ts';

const midnightInBerlin = { start: '2026-11-24T23:00:00Z', end: '2026-11-25T23:00:00Z' };

test('a day is that of the time zone', () => {
  expect(formatSpan(midnightInBerlin, 'day', 'Europe/Berlin')).toBe('Wed, 25 Nov 2026');
  expect(formatTick(midnightInBerlin, 'day', 'Europe/Berlin')).toBe('25 Nov');
  expect(formatTick(midnightInBerlin, 'day', 'UTC')).toBe('24 Nov');
});

test('an hour at midnight is named by its day', () => {
  const hour = { start: '2026-11-24T23:00:00Z', end: '2026-11-25T00:00:00Z' };
  expect(formatTick(hour, 'hour', 'Europe/Berlin')).toBe('25 Nov');
  expect(formatTick(hour, 'hour', 'UTC')).toBe('23:00');
  expect(formatSpan(hour, 'hour', 'UTC')).toBe('24 Nov 2026, 23:00–00:00');
});

test('January is named by its year', () => {
  const january = { start: '2026-01-01T00:00:00Z', end: '2026-02-01T00:00:00Z' };
  expect(formatTick(january, 'month', 'UTC')).toBe('2026');
  expect(formatSpan(january, 'month', 'UTC')).toBe('January 2026');
});

test('a week is named by its first day', () => {
  const week = { start: '2026-11-23T00:00:00Z', end: '2026-11-30T00:00:00Z' };
  expect(formatSpan(week, 'week', 'UTC')).toBe('Week from 23 Nov 2026');
});

test('a moment is told in the time zone, a day as it is', () => {
  expect(formatMoment('2026-11-25T12:05:00Z', 'Asia/Kolkata')).toBe('25 Nov 2026, 17:35');
  expect(formatDay('2026-11-25')).toBe('25 Nov 2026');
});
