import { expect, test } from 'vitest';
import { drawBars } from './bar-path.ts';
import { chooseTicks } from './choose-ticks.ts';
import { findExtent, stackSeries, type Series } from './series.ts';

const series = (key: string, shape: Series['shape'], values: Series['values']): Series => ({
  key,
  label: key,
  color: 'red',
  shape,
  values,
});

test('bars stand on each other, those below hang from the axis, lines do neither', () => {
  const all = [
    series('a', 'bar', [1, 2]),
    series('b', 'bar', [3, null]),
    series('c', 'bar-below', [5, 0]),
    series('d', 'line', [9, 1]),
  ];
  expect(Object.fromEntries(stackSeries(all))).toEqual({
    a: [[0, 1], [0, 2]],
    b: [[1, 4], [2, 2]],
    c: [[-5, 0], [0, 0]],
  }); // prettier-ignore
  expect(findExtent(all)).toEqual([-5, 9]);
});

test('what has nothing to draw has an axis all the same', () => {
  expect(findExtent([series('a', 'bar', [0, null])])).toEqual([0, 1]);
});

test('a bar of nothing is not drawn, and a tiny one can be seen', () => {
  const draw = (low: number, high: number) =>
    drawBars([[low, high]], (index) => index * 10, 8, (figure) => 100 - figure); // prettier-ignore
  expect(draw(0, 0)).toBe('');
  expect(draw(0, 0.01)).toBe('M0 99.99h8v1h-8z');
  expect(draw(0, 40)).toBe('M0 60h8v40h-8z');
});

test('ticks keep their distance', () => {
  expect(chooseTicks(8, 60, 58)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(chooseTicks(8, 20, 58)).toEqual([0, 3, 6]);
  expect(chooseTicks(0, 20, 58)).toEqual([]);
});
