import { expect, test } from 'vitest';
import { parseView, writeView, type View } from './view.ts';

const everything: View = {
  range: { from: '2026-11-01', to: '2026-11-25' },
  bucket: 'week',
  timezone: 'Europe/Berlin',
  model: { provider: 'anthropic', model: 'a&b=<c>' },
  triage: 'emergency',
};

test('a link shows the same', () => {
  expect(parseView(writeView(everything), 'UTC')).toEqual(everything);
  const preset: View = { ...everything, range: '12m', bucket: null, model: null, triage: null };
  expect(parseView(writeView(preset), 'UTC')).toEqual(preset);
});

test('an address without anything is the last seven days in the zone of the browser', () => {
  const view = { range: '7d', bucket: null, timezone: 'Asia/Tokyo', model: null, triage: null };
  expect(parseView('', 'Asia/Tokyo')).toEqual(view);
});

test.each([
  '?range=5y&bucket=second&timezone=Mars/Base&triage=mild&provider=anthropic',
  '?from=2026-11-25&to=2026-11-01',
  '?from=2026-13-01&to=2026-14-01',
  '?from=yesterday&to=now',
])('what can’t be understood is as if it were not there: %s', (query) => {
  expect(parseView(query, 'UTC')).toEqual(parseView('', 'UTC'));
});
