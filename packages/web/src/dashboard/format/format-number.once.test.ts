import { expect, test } from 'vitest';
import { count, formatCount, formatShare, formatShort } from './format-number.ts';

test('a count is exact, and a short one is short from ten thousand on', () => {
  expect(formatCount(1_234_567)).toBe('1,234,567');
  expect([9_999, 10_000, 1_234_567].map(formatShort)).toEqual(['9,999', '10K', '1.23M']);
});

test('a share of something is never shown as nothing, nor one short of all as all', () => {
  expect(formatShare(1, 100_000)).toBe('<0.1%');
  expect(formatShare(99_999, 100_000)).toBe('>99.9%');
  expect(formatShare(0, 7)).toBe('0%');
  expect(formatShare(7, 7)).toBe('100%');
  expect(formatShare(1, 3)).toBe('33.3%');
});

test('a share of nothing is a dash', () => {
  expect(formatShare(0, 0)).toBe('–');
});

test('one is singular', () => {
  expect(count(1, 'call')).toBe('1 call');
  expect(count(2_000, 'call')).toBe('2,000 calls');
  expect(count(2, 'emergency', 'emergencies')).toBe('2 emergencies');
});
