import { expect, it } from 'vitest';
import { compareMatrices, findWidened } from './compare-matrices.ts';

const one = (outcomes: string) => ({
  'public.notes': { 'anon, nobody': outcomes },
});

it('what reaches more is wider, what reaches less is only different', () => {
  const differences = compareMatrices(
    one('none: select; own: update; permission: delete'),
    one('others: select; none: update; policy: delete'),
  );
  expect(
    differences.map(({ verb, before, after, widens }) => [verb, before, after, widens]),
  ).toEqual([
    ['delete', 'permission', 'policy', false],
    ['select', 'none', 'others', true],
    ['update', 'own', 'none', false],
  ]);
  expect(findWidened(differences).map(({ object, detail }) => [object, detail])).toEqual([
    ['public.notes', 'anon, nobody, select: none → others'],
  ]);
});

it('from own to all is wider, from all to own is not', () => {
  const [wider] = compareMatrices(one('own: select'), one('all: select'));
  const [narrower] = compareMatrices(one('all: select'), one('own: select'));
  expect([wider?.widens, narrower?.widens]).toEqual([true, false]);
});

it('a new table that shows something is wider, one that is gone is not', () => {
  expect(compareMatrices({}, one('own: select'))[0]?.widens).toBe(true);
  expect(compareMatrices(one('own: select'), {})[0]?.widens).toBe(false);
});

it('the same matrix differs in nothing', () => {
  expect(compareMatrices(one('own: select'), one('own: select'))).toEqual([]);
});
