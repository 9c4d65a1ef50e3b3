/** The address of an analytics answer for a view. */
import { resolveRange } from '../state/date-range.ts';
import { filtersFor } from '../state/filters.ts';
import type { View } from '../state/view.ts';
import type { AnalyticsName } from './contract.ts';

/** Relative to the page, so that the dashboard works under any path. */
export function analyticsPath(name: AnalyticsName, view: View, now: Date): string {
  const { from, to } = resolveRange(view, now);
  const query = new URLSearchParams({ from, ...(to === null ? {} : { to }) });
  if (view.bucket !== null) query.set('bucket', view.bucket);
  query.set('timezone', view.timezone);
  for (const [filter, value] of Object.entries(filtersFor(name, view))) query.set(filter, value);
  return `analytics/${name}?${query}`;
}
