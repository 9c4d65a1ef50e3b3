/** In charge of what happens over the months of a demo, and when. */
import type { Chance } from './chance.ts';
import { demoModels, type DemoModel } from './demo-models.ts';

/** Milliseconds. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The dates of a demo's story. Times are milliseconds since 1970. */
export interface DemoStory {
  begins: number;
  ends: number;
  /** From here on the providers' caches are used. */
  cachingBegins: number;
  /** Haiku takes the place of the mini model. */
  modelSwitched: number;
  /** A day on which a model without a price was tried out. */
  trialDay: number;
  /** From here on haiku is cheaper. */
  cheaperFrom: number;
  /** Some hours in which the provider was in trouble. */
  incident: { from: number; to: number };
}

/** Tells the story of the months before `ends`. */
export function tellStory(ends: Date, months: number): DemoStory {
  const end = ends.getTime();
  const first = new Date(end);
  first.setUTCMonth(first.getUTCMonth() - months);
  const begins = Math.floor(first.getTime() / day) * day;
  const dayAt = (share: number) => Math.floor((begins + share * (end - begins)) / day) * day;
  const incidentDay = onWeekday(dayAt(0.8));
  return {
    begins,
    ends: end,
    cachingBegins: dayAt(0.3),
    modelSwitched: dayAt(0.45),
    trialDay: onWeekday(dayAt(0.55)),
    cheaperFrom: dayAt(0.65),
    // The late afternoon of one zone and the evening of the other: the busiest hours.
    incident: { from: incidentDay + 17 * hour, to: incidentDay + 21 * hour },
  };
}

/** Which model answers in a session at this time. */
export function modelAt(at: number, story: DemoStory, chance: Chance): DemoModel {
  const die = chance.unit();
  if (at >= story.trialDay && at < story.trialDay + day && die < 0.3) return demoModels.gptNano;
  // At first there was no key, and now and then a provider is switched off.
  if (at < story.begins + 4 * day || die > 0.98) return demoModels.guide;
  if (die > 0.78) return demoModels.sonnet;
  return at < story.modelSwitched ? demoModels.gptMini : demoModels.haiku;
}

/** The same day, or the Tuesday before when it is on a weekend: few would be there to see it. */
function onWeekday(midnight: number): number {
  const weekday = new Date(midnight).getUTCDay();
  if (weekday === 0) return midnight - 5 * day;
  return weekday === 6 ? midnight - 4 * day : midnight;
}
