/** In charge of what the query of every analytics endpoint can hold; each adds its own filters. */
import { z } from 'zod';
import { storedText } from '../http/stored-text.ts';

/** A `+` that was not encoded comes as a space: `2026-11-01T00:00:00+01:00` is meant. */
const unspaced = (value: unknown) => (typeof value === 'string' ? value.replace(' ', '+') : value);

const instant = (description: string) =>
  z
    .preprocess(
      unspaced,
      z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
        error: 'expected a date such as 2026-11-25, or a time with its offset',
      }),
    )
    .optional()
    .describe(description);

/** What each of them takes. */
export const rangeQuery = {
  from: instant(
    'The first moment: a date (its midnight in `timezone`) or a time with offset. Default: seven days before the day of `to`.',
  ),
  to: instant('The first moment that is left out, in the same form. Default: now.'),
  bucket: z
    .enum(['hour', 'day', 'week', 'month', 'total'])
    .optional()
    .describe(
      'Default by the length of the range: hour to 2 days, day to 92 days, week to 2 years, then month.',
    ),
  timezone: storedText(64)
    .min(1)
    .default('UTC')
    .describe('An IANA name, such as `Europe/Berlin`: where days begin.'),
  format: z
    .enum(['json', 'csv'])
    .optional()
    .describe('Default: what the header Accept asks for, JSON else.'),
};

/** Calls of one model. */
export const modelFilters = {
  provider: storedText(200).optional().describe('Only calls of this provider.'),
  model: storedText(200).optional().describe('Only calls of this model.'),
};

/** Messages of one category. */
export const triageFilter = {
  triage: z
    .enum(['emergency', 'urgent', 'routine', 'behavioral', 'none'])
    .optional()
    .describe('Only messages of this category, and their answers.'),
};
