import { expect, test } from 'vitest';
import { costSeries, rankModels } from './cost-series.ts';

const span = { start: '2026-11-24T00:00:00Z', end: '2026-11-25T00:00:00Z' };
const cost = (provider: string, model: string, costUsd: string, purpose = 'reply') => ({
  provider,
  model,
  purpose,
  costUsd,
  calls: 1,
  savedUsd: '0',
  unknownCalls: 0,
});

test('the dearest model comes first, and its purposes are one', () => {
  const buckets = [
    { ...span, models: [cost('x', 'cheap', '1'), cost('x', 'dear', '2')] },
    { ...span, models: [cost('x', 'dear', '0.5', 'summary'), cost('x', 'dear', '0.25')] },
  ];
  const series = costSeries({ buckets }, () => undefined);
  expect(series.map(({ label, values }) => [label, values])).toEqual([
    ['dear', [2, 0.75]],
    ['cheap', [1, 0]],
  ]);
});

test('a model without a known price is not said to cost nothing', () => {
  const unknown = { ...cost('x', 'new', '0'), unknownCalls: 1 };
  const free = cost('x', 'free', '0');
  const series = costSeries({ buckets: [{ ...span, models: [unknown, free] }] }, () => undefined);
  expect(series.map(({ label, totalText }) => [label, totalText])).toEqual([
    ['free', undefined],
    ['new', 'no known price'],
  ]);
});

test('two providers of one model are two', () => {
  const buckets = [{ ...span, models: [cost('x', 'same', '1'), cost('y', 'same', '2')] }];
  expect(rankModels({ buckets })).toEqual([
    { provider: 'y', model: 'same' },
    { provider: 'x', model: 'same' },
  ]);
});

test('models beyond the colours are drawn as one, that can’t be picked', () => {
  const models = Array.from({ length: 9 }, (_, index) =>
    cost('x', `m${index}`, String(10 - index)),
  );
  const series = costSeries({ buckets: [{ ...span, models }] }, () => undefined);
  expect(series).toHaveLength(6);
  expect(series.at(-1)).toMatchObject({ label: '4 other models', values: [5 + 4 + 3 + 2] });
  expect(series.at(-1)?.pick).toBe(undefined);
});

test('a pick names the model and its provider', () => {
  const picked: unknown[] = [];
  const buckets = [{ ...span, models: [cost('x', 'm', '1')] }];
  costSeries({ buckets }, (model) => picked.push(model))[0]?.pick?.();
  expect(picked).toEqual([{ provider: 'x', model: 'm' }]);
});
