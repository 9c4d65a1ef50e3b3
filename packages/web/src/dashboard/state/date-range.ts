/** Calendar days: what a preset means today, and how far a day is from another. */
import type { Preset, View } from './view.ts';

const DAY_MS = 86_400_000;

/** The longest range, in days, that hours may divide: the server refuses more than 2,000 buckets. */
export const HOURS_UP_TO_DAYS = 83;

const daysBack: Record<Exclude<Preset, '12m'>, number> = {
  today: 0,
  '7d': 7,
  '30d': 30,
  '90d': 90,
};

/** The calendar day of a moment in a time zone, `YYYY-MM-DD`. */
export function dayIn(timezone: string, moment: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The day `days` after a day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * What to ask the server for. A preset is that many whole days and the present one, up to now: then
 * the period before it, of the same length, is a fair comparison. `to` null is now.
 */
export function resolveRange(
  { range, timezone }: Pick<View, 'range' | 'timezone'>,
  now: Date,
): { from: string; to: string | null } {
  if (typeof range !== 'string') return range;
  const today = dayIn(timezone, now);
  if (range !== '12m') return { from: addDays(today, -daysBack[range]), to: null };
  const year = Number(today.slice(0, 4)) - 1;
  // The last day of February has no counterpart in most years.
  return { from: `${year}${today.slice(4)}`.replace('-02-29', '-02-28'), to: null };
}

/** Whole days in a range, the present one counted. */
export function lengthInDays(view: Pick<View, 'range' | 'timezone'>, now: Date): number {
  const { from, to } = resolveRange(view, now);
  const end = to ?? addDays(dayIn(view.timezone, now), 1);
  return Math.round((Date.parse(end) - Date.parse(from)) / DAY_MS);
}
