/** `GET /analytics/summary` */
import type { AnalyticsRange } from '@catb/database';
import { z } from 'zod';
import type { Endpoint } from '../http/endpoint.ts';
import {
  analyticsEndpoint,
  count,
  moment,
  type AnalyticsDependencies,
} from './analytics-endpoint.ts';
import { modelFilters } from './analytics-query.ts';
import { columnsOf, csvTable } from './csv.ts';
import { headlineFigures, headlineSchema, readHeadline } from './headline.ts';

const figures = {
  current: headlineSchema,
  previous: headlineSchema.describe('The same length of time, right before.'),
  previousFrom: moment,
  now: z
    .object({
      turnsLast5Minutes: count,
      unfinishedAnswers: count,
      rollupLagSeconds: z.number().nullable(),
      viewsRefreshedAt: moment.nullable(),
    })
    .describe('At this moment, whatever the range.'),
};

/** The figures of a range beside those of the time before it. */
export function getAnalyticsSummaryEndpoint(dependencies: AnalyticsDependencies): Endpoint {
  return analyticsEndpoint(dependencies, {
    name: 'summary',
    summary: 'The figures of a range, beside the same length of time before it',
    description:
      'The filters narrow calls, cost, tokens and latency; sessions, turns and answers belong to no model.',
    filters: modelFilters,
    figures,
    async read({ database, range, filters, now }) {
      const before = rangeBefore(range);
      const [current, previous] = await Promise.all([
        readHeadline(database, range, filters),
        readHeadline(database, before, filters),
      ]);
      const { turnsLast5Minutes, unfinishedAnswers, rollupLagSeconds, viewsRefreshedAt } = now;
      return {
        current,
        previous,
        previousFrom: before.from,
        now: { turnsLast5Minutes, unfinishedAnswers, rollupLagSeconds, viewsRefreshedAt },
      };
    },
    csv: ({ current, previous }) =>
      csvTable(
        ['period', ...columnsOf(headlineFigures)],
        [
          { period: 'current', ...current },
          { period: 'previous', ...previous },
        ],
      ),
  });
}

function rangeBefore(range: AnalyticsRange): AnalyticsRange {
  const { from, to } = range;
  return { ...range, from: new Date(2 * from.getTime() - to.getTime()), to: from };
}
