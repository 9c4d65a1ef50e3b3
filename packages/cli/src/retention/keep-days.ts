/** In charge of times to keep something, as people write them. */
import { CatbError } from '@catb/database';

/**
 * Days, or years of 365.25 days rounded up, so that so many years by the calendar are never cut
 * short. Months are not taken: they have no one length.
 *
 * @returns days; null for ever
 * @throws CatbError `COMMAND_INVALID`
 */
export function parseKeep(text: string): number | null {
  if (text === 'forever') return null;
  const [, number, unit] = /^(\d{1,5}) ?(|d|days?|y|years?)$/.exec(text) ?? [];
  const days = Math.ceil(Number(number) * (unit?.startsWith('y') ? 365.25 : 1));
  if (days >= 1 && days <= 73_000) return days;
  throw new CatbError({
    code: 'COMMAND_INVALID',
    message: `${JSON.stringify(text)} is not a time to keep something.`,
    hint: 'Give days or years, such as "90 days" or "10 years", or forever.',
  });
}

/** As a person reads it. */
export const describeDays = (days: number | null): string =>
  days === null ? 'kept for ever' : `kept for ${days.toLocaleString('en')} days`;
