/** In charge of the UTC days that a range touches: what is counted by day knows no other zone. */
import type { AnalyticsDays, AnalyticsRange } from '@catb/database';

const dayMs = 86_400_000;

/** From the day of its first moment on, to the day of its last. */
export function utcDaysOf({ from, to }: Pick<AnalyticsRange, 'from' | 'to'>): AnalyticsDays {
  return { from: dayOf(from.getTime()), to: dayOf(Math.ceil(to.getTime() / dayMs) * dayMs) };
}

/** Each of these days, as `2026-11-25`. */
export function listDays({ from, to }: AnalyticsDays): string[] {
  const first = Date.parse(from);
  return Array.from({ length: (Date.parse(to) - first) / dayMs }, (_, index) =>
    dayOf(first + index * dayMs),
  );
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
