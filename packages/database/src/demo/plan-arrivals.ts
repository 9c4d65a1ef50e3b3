/** In charge of when the sessions of a demo begin: by the hour of the day, the weekday and growth. */
import type { Chance } from './chance.ts';
import { day, hour, type DemoStory } from './demo-story.ts';

/** Where people live: hours before or after UTC, and their share. */
const zones = [
  { offset: -5, share: 0.6 },
  { offset: 1, share: 0.4 },
];

/** How many ask in each hour of their day: almost nobody at night, most in the evening. */
const byHour = [
  2, 1, 1, 1, 1, 2, 5, 9, 11, 11, 11, 11, 12, 11, 11, 12, 14, 17, 20, 23, 24, 20, 12, 5,
];
const ofADay = byHour.reduce((sum, weight) => sum + weight, 0);

/** From Sunday: Mondays have the questions of the weekend. Their mean is 1. */
const byWeekday = [0.74, 1.2, 1.1, 1.08, 1.06, 1.04, 0.78];

/** At the beginning and at the end, beside the average. */
const growth = { from: 0.5, to: 1.5 };

/**
 * The times at which sessions begin, in order, in milliseconds since 1970.
 *
 * @param sessionsPerDay on average over the whole time
 */
export function* planArrivals(
  story: DemoStory,
  sessionsPerDay: number,
  chance: Chance,
): Generator<number> {
  const whole = story.ends - story.begins;
  for (let from = story.begins; from < story.ends; from += hour) {
    const growing = growth.from + ((growth.to - growth.from) * (from - story.begins)) / whole;
    const mean = sessionsPerDay * growing * shareOfHour(from);
    const arrivals = Array.from({ length: chance.poisson(mean) }, () => from + chance.below(hour));
    for (const at of arrivals.sort((a, b) => a - b)) if (at < story.ends) yield at;
  }
}

/** Of a day with an average number of sessions, those of the hour from this time on. */
function shareOfHour(at: number): number {
  return zones.reduce((sum, { offset, share }) => {
    const local = at + offset * hour;
    const weight = byHour[Math.floor((local % day) / hour)] ?? 0;
    const weekday = byWeekday[new Date(local).getUTCDay()] ?? 1;
    return sum + (share * weekday * weight) / ofADay;
  }, 0);
}
