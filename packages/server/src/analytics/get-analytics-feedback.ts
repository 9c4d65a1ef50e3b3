/** `GET /analytics/feedback` */
import { analyticsBuckets, analyticsTurns } from '@catb/database';
import { z } from 'zod';
import type { Endpoint } from '../http/endpoint.ts';
import {
  analyticsEndpoint,
  count,
  moment,
  type AnalyticsDependencies,
} from './analytics-endpoint.ts';
import { triageFilter } from './analytics-query.ts';
import { csvTable } from './csv.ts';
import { placeInBuckets, sumOf } from './place-in-buckets.ts';

const figures = {
  buckets: z.array(
    z.object({
      start: moment,
      end: moment,
      ratedUp: count,
      ratedDown: count,
      answers: count.describe('All of them, rated or not.'),
    }),
  ),
};

/** What people think of the answers; never their comments. */
export function getAnalyticsFeedbackEndpoint(dependencies: AnalyticsDependencies): Endpoint {
  return analyticsEndpoint(dependencies, {
    name: 'feedback',
    summary: 'Thumbs up and down over time',
    description: 'A rating counts at the time of the answer it is about. Comments are never shown.',
    filters: triageFilter,
    figures,
    async read({ database, range, filters }) {
      const [buckets, turns] = await Promise.all([
        analyticsBuckets(database, range),
        analyticsTurns(database, range, filters.triage),
      ]);
      return {
        buckets: placeInBuckets(buckets, turns).map(({ start, end, rows }) => ({
          start,
          end,
          ratedUp: sumOf(rows, 'ratedUp'),
          ratedDown: sumOf(rows, 'ratedDown'),
          answers: sumOf(rows, 'answers'),
        })),
      };
    },
    csv: ({ buckets }) => csvTable(['start', 'end', 'ratedUp', 'ratedDown', 'answers'], buckets),
  });
}
