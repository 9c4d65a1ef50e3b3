import { expect, test } from 'vitest';
import { seedRandom } from '../seeded-random.ts';
import { samplePattern } from './sample-pattern.ts';

test.each([
  '^MU[0-9]{3}$',
  '^[a-z0-9]+(-[a-z0-9]+)*$',
  '^\\+[1-9]\\d{7,14}$',
  '^(red|green|blue)$',
  '^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$',
  '^[[:upper:]]{2}[[:digit:]]?$',
  '^(?:a|b){2,3}c*$',
  '\\S',
  '^[]a-]+$',
  '^\\w+\\.\\w+$',
  '^🐱{2}$',
])('texts match %s', (pattern) => {
  const posix: Record<string, string> = {
    '[:upper:]': 'A-Z',
    '[:digit:]': '0-9',
    '[]a-]': '[\\]a-]',
  };
  const javascript = Object.entries(posix).reduce(
    (left, [from, to]) => left.replaceAll(from, to),
    pattern,
  );
  const samples = samplePattern(pattern, 12, seedRandom(1));
  expect(samples.length).toBeGreaterThan(0);
  for (const sample of samples) expect(sample).toMatch(new RegExp(javascript, 'u'));
});

test.each(['(', '[', 'a{', '\\', '*', '[a-', '(?', '{99999}'])(
  '%s, which is no pattern, does no harm',
  (pattern) => {
    expect(Array.isArray(samplePattern(pattern, 5, seedRandom(1)))).toBe(true);
  },
);
