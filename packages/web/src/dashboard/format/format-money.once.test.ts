import { expect, test } from 'vitest';
import { formatUsd, formatUsdShort, sumUsd } from './format-money.ts';

test.each([
  ['12.34', '$12.34'],
  ['12.3', '$12.30'],
  ['0', '$0.00'],
  ['0.0041', '$0.0041'],
  ['0.0041237', '$0.0041'],
  ['0.02929', '$0.029'],
  ['0.00000412', '$0.0000041'],
  ['0.0000000412', '<$0.000001'],
  ['0.12', '$0.12'],
  ['9999.994', '$9,999.99'],
  ['123456.78', '$123,457'],
  ['-1.5', '−$1.50'],
])('%s is %s', (amount, text) => {
  expect(formatUsd(amount)).toBe(text);
});

test('an axis is short', () => {
  expect([0, 0.5, 1.5, 20, 12_000].map(formatUsdShort)).toEqual([
    '$0',
    '$0.50',
    '$1.50',
    '$20',
    '$12K',
  ]);
});

test('a sum is of decimal strings', () => {
  expect(sumUsd(['1.10', '2.20'])).toBeCloseTo(3.3);
  expect(sumUsd([])).toBe(0);
});
