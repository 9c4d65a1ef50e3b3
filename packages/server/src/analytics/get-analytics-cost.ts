/** `GET /analytics/cost` */
import { analyticsBuckets, analyticsCalls } from '@catb/database';
import { z } from 'zod';
import type { Endpoint } from '../http/endpoint.ts';
import {
  analyticsEndpoint,
  count,
  moment,
  money,
  type AnalyticsDependencies,
} from './analytics-endpoint.ts';
import { modelFilters } from './analytics-query.ts';
import { columnsOf, csvTable } from './csv.ts';
import { placeInBuckets } from './place-in-buckets.ts';
import { sumMoney } from './sum-money.ts';

const purpose = z.enum(['reply', 'summary']);

const modelFigures = {
  provider: z.string(),
  model: z.string(),
  purpose,
  calls: count,
  costUsd: money,
  savedUsd: money.describe('What caching saved, in US dollars.'),
  exactCalls: count,
  estimatedCalls: count,
  unknownCalls: count.describe('Without a price: in no sum of money.'),
  inputTokens: count,
  cachedInputTokens: count,
  cacheWriteTokens: count,
  outputTokens: count,
};

const figures = {
  totalUsd: money,
  buckets: z.array(
    z.object({ start: moment, end: moment, models: z.array(z.object(modelFigures)) }),
  ),
};

/** What the models cost. */
export function getAnalyticsCostEndpoint(dependencies: AnalyticsDependencies): Endpoint {
  return analyticsEndpoint(dependencies, {
    name: 'cost',
    summary: 'Cost by model and purpose over time',
    filters: {
      ...modelFilters,
      purpose: purpose.optional().describe('Only calls for this.'),
    },
    figures,
    async read({ database, range, filters }) {
      const [buckets, calls] = await Promise.all([
        analyticsBuckets(database, range),
        analyticsCalls(database, range, filters),
      ]);
      return {
        totalUsd: sumMoney(calls.map(({ costUsd }) => costUsd)),
        buckets: placeInBuckets(buckets, calls).map(({ start, end, rows }) => ({
          start,
          end,
          models: rows.map(({ start: _, failedCalls: __, ...model }) => model),
        })),
      };
    },
    csv: ({ buckets }) =>
      csvTable(
        ['start', 'end', ...columnsOf(modelFigures)],
        buckets.flatMap(({ start, end, models }) =>
          models.map((model) => ({ start, end, ...model })),
        ),
      ),
  });
}
