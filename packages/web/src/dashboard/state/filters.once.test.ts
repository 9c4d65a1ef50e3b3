import { expect, test } from 'vitest';
import { analyticsPath } from '../api/analytics-path.ts';
import { describeUnfiltered, filtersFor } from './filters.ts';
import type { View } from './view.ts';

const view: View = {
  range: { from: '2026-11-01', to: '2026-11-03' },
  bucket: 'day',
  timezone: 'Europe/Berlin',
  model: { provider: 'anthropic', model: 'opus' },
  triage: 'urgent',
};

test('a model narrows calls, a category messages, nothing the retention', () => {
  expect(filtersFor('cost', view)).toEqual(view.model);
  expect(filtersFor('triage', view)).toEqual({ triage: 'urgent' });
  expect(filtersFor('retention', view)).toEqual({});
});

test('what a filter does not narrow says so', () => {
  expect(describeUnfiltered('cost', view)).toBe('Of all categories');
  expect(describeUnfiltered('usage', view)).toBe('Of all models');
  expect(describeUnfiltered('retention', view)).toBe('Of all models and categories');
  expect(describeUnfiltered('cost', { ...view, triage: null })).toBe(null);
});

test('the address of an answer holds the range, the zone and its own filters', () => {
  expect(analyticsPath('cost', view, new Date())).toBe(
    'analytics/cost?from=2026-11-01&to=2026-11-03&bucket=day&timezone=Europe%2FBerlin&provider=anthropic&model=opus',
  );
  const today: View = { ...view, range: 'today', bucket: null, model: null };
  expect(analyticsPath('cost', today, new Date('2026-11-25T12:00:00Z'))).toBe(
    'analytics/cost?from=2026-11-25&timezone=Europe%2FBerlin',
  );
});
