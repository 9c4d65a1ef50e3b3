/** In charge of prices that hold for some hours of each day. */

/** Part of a day, in seconds of UTC; one that ends before it begins goes through midnight. */
export interface DailyHours {
  start: number;
  end: number;
}

const secondsOfDay = 86_400;

/**
 * Reads a time of day of the list, such as `00:30:00Z` or `08:30:00+08:00`.
 *
 * @returns seconds since midnight in UTC
 */
export function readTimeOfDay(text: string): number {
  const parts = /^(\d\d):(\d\d):(\d\d)(?:\.0+)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text);
  if (parts === null) throw new RangeError(`The price list has a time of day "${text}".`);
  const [, hours, minutes, seconds, sign, aheadHours = 0, aheadMinutes = 0] = parts;
  const local = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  const ahead = Number(aheadHours) * 3_600 + Number(aheadMinutes) * 60;
  return (local + (sign === '-' ? ahead : -ahead) + secondsOfDay) % secondsOfDay;
}

/** Whether a second of the day is within the hours; their end is not. */
export function isWithin({ start, end }: DailyHours, second: number): boolean {
  return end < start ? second >= start || second < end : second >= start && second < end;
}

/** Seconds since midnight as PostgreSQL writes a time: `16:30:00`. */
export function formatTimeOfDay(second: number): string {
  return new Date(second * 1_000).toISOString().slice(11, 19);
}
