/** `GET /analytics/triage` */
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

const categories = ['emergency', 'urgent', 'routine', 'behavioral', 'none'] as const;

const figures = {
  buckets: z.array(
    z.object({
      start: moment,
      end: moment,
      emergency: count,
      urgent: count,
      routine: count,
      behavioral: count,
      none: count.describe('Without a category.'),
    }),
  ),
};

/** How grave what people say is. */
export function getAnalyticsTriageEndpoint(dependencies: AnalyticsDependencies): Endpoint {
  return analyticsEndpoint(dependencies, {
    name: 'triage',
    summary: 'Turns by triage category over time',
    filters: triageFilter,
    figures,
    async read({ database, range, filters }) {
      const [buckets, turns] = await Promise.all([
        analyticsBuckets(database, range),
        analyticsTurns(database, range, filters.triage),
      ]);
      return {
        buckets: placeInBuckets(buckets, turns).map(({ start, end, rows }) => {
          const turnsOf = (category: (typeof categories)[number]) =>
            sumOf(
              rows.filter(({ triage }) => triage === category),
              'turns',
            );
          return {
            start,
            end,
            emergency: turnsOf('emergency'),
            urgent: turnsOf('urgent'),
            routine: turnsOf('routine'),
            behavioral: turnsOf('behavioral'),
            none: turnsOf('none'),
          };
        }),
      };
    },
    csv: ({ buckets }) => csvTable(['start', 'end', ...categories], buckets),
  });
}
