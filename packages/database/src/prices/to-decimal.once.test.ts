import { describe, expect, it } from 'vitest';
import { listedProviders } from './price-list.ts';
import { shiftPoint, toDecimal } from './to-decimal.ts';

/** Every number that is a price somewhere in the list. */
async function everyPrice(): Promise<number[]> {
  const prices: number[] = [];
  const look = (value: unknown, key = ''): void => {
    if (typeof value === 'number' && key !== 'start') prices.push(value);
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, part] of Object.entries(value)) look(part, inner);
    }
  };
  for (const { models } of await listedProviders()) {
    for (const model of models) look(model.prices);
  }
  return prices;
}

describe('a price as a decimal', () => {
  it('is the shortest one that means the number of the list, for every price in it', async () => {
    const prices = await everyPrice();
    expect(prices.length).toBeGreaterThan(4_000);
    for (const price of prices) {
      const decimal = toDecimal(price);
      expect(decimal).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
      expect(Number(decimal)).toBe(price);
      // One digit less means another number.
      expect(Number(decimal.slice(0, -1)) === price && decimal.includes('.')).toBe(false);
    }
  });

  it.each([
    [0, '0'],
    [3, '3'],
    [0.1, '0.1'],
    [1e-7, '0.0000001'],
    [1.25e-9, '0.00000000125'],
    [1e21, '1000000000000000000000'],
  ])('%d is %s', (number, decimal) => {
    expect(toDecimal(number)).toBe(decimal);
  });

  it('keeps its digits when the point moves', () => {
    expect(shiftPoint('12', -3)).toBe('0.012');
    expect(shiftPoint('0.5', -3)).toBe('0.0005');
    expect(shiftPoint('1234.5', -3)).toBe('1.2345');
    expect(shiftPoint('0', -3)).toBe('0');
    expect(shiftPoint('1.5', 3)).toBe('1500');
  });
});
