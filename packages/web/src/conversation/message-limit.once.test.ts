import { expect, test } from 'vitest';
import { cutToLimit, LIMIT } from './message-limit.ts';

test('a text within the limit stays as it is', () => {
  expect(cutToLimit('x'.repeat(LIMIT))).toHaveLength(LIMIT);
});

test('a longer text is cut, but not through a character', () => {
  expect(cutToLimit('x'.repeat(1_000_000))).toHaveLength(LIMIT);
  expect(cutToLimit(`${'x'.repeat(LIMIT - 1)}🐈`)).toBe('x'.repeat(LIMIT - 1));
});
