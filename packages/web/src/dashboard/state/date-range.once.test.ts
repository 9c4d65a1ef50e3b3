import { expect, test } from 'vitest';
import { addDays, dayIn, lengthInDays, resolveRange } from './date-range.ts';

const lateInUtc = new Date('2026-11-25T23:30:00Z');

test('today is the day of the time zone', () => {
  expect(dayIn('UTC', lateInUtc)).toBe('2026-11-25');
  expect(dayIn('Asia/Tokyo', lateInUtc)).toBe('2026-11-26');
  expect(resolveRange({ range: 'today', timezone: 'Asia/Tokyo' }, lateInUtc)).toEqual({
    from: '2026-11-26',
    to: null,
  });
});

test('a preset is whole days and the present one, up to now', () => {
  expect(resolveRange({ range: '7d', timezone: 'UTC' }, lateInUtc)).toEqual({
    from: '2026-11-18',
    to: null,
  });
  expect(resolveRange({ range: '12m', timezone: 'UTC' }, lateInUtc).from).toBe('2025-11-25');
});

test('a year before the 29th of February is the 28th', () => {
  const leapDay = new Date('2028-02-29T12:00:00Z');
  expect(resolveRange({ range: '12m', timezone: 'UTC' }, leapDay).from).toBe('2027-02-28');
});

test('days are added over months, years and changes of the clock', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

test('a length counts the present day', () => {
  expect(lengthInDays({ range: '7d', timezone: 'UTC' }, lateInUtc)).toBe(8);
  const range = { from: '2026-11-01', to: '2026-11-03' };
  expect(lengthInDays({ range, timezone: 'UTC' }, lateInUtc)).toBe(2);
});
