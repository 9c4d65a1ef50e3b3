/** `GET /analytics/usage` */
import { analyticsBuckets, analyticsSessions, analyticsTurns } from '@catb/database';
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
      sessions: count.describe('Created; of every category, whatever the filter.'),
      turns: count,
      answersComplete: count,
      answersAborted: count,
      answersFailed: count,
      answersUnfinished: count,
      answersTruncated: count,
      userTokens: count,
      answerTokens: count,
    }),
  ),
};

/** How much is said and answered. */
export function getAnalyticsUsageEndpoint(dependencies: AnalyticsDependencies): Endpoint {
  return analyticsEndpoint(dependencies, {
    name: 'usage',
    summary: 'Sessions, turns, answers and tokens over time',
    filters: triageFilter,
    figures,
    async read({ database, range, filters }) {
      const [buckets, sessions, turns] = await Promise.all([
        analyticsBuckets(database, range),
        analyticsSessions(database, range),
        analyticsTurns(database, range, filters.triage),
      ]);
      const created = placeInBuckets(buckets, sessions);
      return {
        buckets: placeInBuckets(buckets, turns).map(({ start, end, rows }, index) => ({
          start,
          end,
          sessions: sumOf(created[index]?.rows ?? [], 'sessions'),
          turns: sumOf(rows, 'turns'),
          answersComplete: sumOf(rows, 'answersComplete'),
          answersAborted: sumOf(rows, 'answersAborted'),
          answersFailed: sumOf(rows, 'answersFailed'),
          answersUnfinished: sumOf(rows, 'answersUnfinished'),
          answersTruncated: sumOf(rows, 'answersTruncated'),
          userTokens: sumOf(rows, 'userTokens'),
          answerTokens: sumOf(rows, 'answerTokens'),
        })),
      };
    },
    csv: ({ buckets }) =>
      csvTable(
        [
          'start', 'end', 'sessions', 'turns', 'answersComplete', 'answersAborted', 'answersFailed',
          'answersUnfinished', 'answersTruncated', 'userTokens', 'answerTokens',
        ], // prettier-ignore
        buckets,
      ),
  });
}
