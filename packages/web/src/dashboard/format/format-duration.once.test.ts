import { expect, test } from 'vitest';
import { formatAge, formatMs, formatMsShort } from './format-duration.ts';

test.each([
  [null, '–'],
  [0, '0 ms'],
  [840.4, '840 ms'],
  [999.6, '1.0 s'],
  [2_431, '2.4 s'],
  [12_400, '12 s'],
  [65_000, '1 min 5 s'],
  [119_700, '2 min 0 s'],
])('%s ms is %s', (ms, text) => {
  expect(formatMs(ms)).toBe(text);
});

test('a tick of an axis has no needless digits', () => {
  expect([0, 500, 2_000, 7_500].map(formatMsShort)).toEqual(['0', '500 ms', '2 s', '7.5 s']);
});

test('an age has one unit, and a clock that runs behind makes none negative', () => {
  const ages = [-5, 3_999, 61_000, 3_600_000, 172_800_000].map(formatAge);
  expect(ages).toEqual(['0 s', '3 s', '1 min', '1 h', '2 days']);
});
