/** `GET /analytics/latency` */
import {
  analyticsBuckets,
  analyticsFailures,
  analyticsLatency,
  analyticsSlowest,
} from '@catb/database';
import { z } from 'zod';
import type { Endpoint } from '../http/endpoint.ts';
import {
  analyticsEndpoint,
  count,
  milliseconds,
  moment,
  type AnalyticsDependencies,
} from './analytics-endpoint.ts';
import { modelFilters } from './analytics-query.ts';
import { csvTable } from './csv.ts';
import { percentilesOf } from './percentiles-of.ts';
import { placeInBuckets } from './place-in-buckets.ts';

const figures = {
  buckets: z.array(
    z.object({
      start: moment,
      end: moment,
      calls: count,
      p50Ms: milliseconds,
      p95Ms: milliseconds,
      p99Ms: milliseconds,
      firstTokenP50Ms: milliseconds,
      firstTokenP95Ms: milliseconds,
      firstTokenP99Ms: milliseconds,
    }),
  ),
  slowest: z.array(
    z.object({
      at: moment,
      provider: z.string(),
      model: z.string(),
      latencyMs: count,
      firstTokenMs: count.nullable(),
      outputTokens: count,
      finishReason: z.string(),
    }),
  ),
  failures: z
    .array(
      z.object({ provider: z.string(), model: z.string(), finishReason: z.string(), calls: count }),
    )
    .describe('Calls that did not end with stop, the most frequent first.'),
};

/** How long people wait for an answer. */
export function getAnalyticsLatencyEndpoint(dependencies: AnalyticsDependencies): Endpoint {
  return analyticsEndpoint(dependencies, {
    name: 'latency',
    summary: 'Percentiles of how long answers take, the slowest calls, the failed ones',
    description:
      'Percentiles come from histograms and are at most 5 % off. As CSV: the buckets only.',
    filters: modelFilters,
    figures,
    async read({ database, range, filters }) {
      const [buckets, latency, slowest, failures] = await Promise.all([
        analyticsBuckets(database, range),
        analyticsLatency(database, range, filters),
        analyticsSlowest(database, range, filters),
        analyticsFailures(database, range, filters),
      ]);
      return {
        buckets: placeInBuckets(buckets, latency).map(({ start, end, rows }) => {
          const whole = percentilesOf(rows, 'latency');
          const first = percentilesOf(rows, 'first_token');
          return {
            start,
            end,
            ...whole,
            firstTokenP50Ms: first.p50Ms,
            firstTokenP95Ms: first.p95Ms,
            firstTokenP99Ms: first.p99Ms,
          };
        }),
        slowest,
        failures,
      };
    },
    csv: ({ buckets }) =>
      csvTable(
        [
          'start', 'end', 'calls', 'p50Ms', 'p95Ms', 'p99Ms',
          'firstTokenP50Ms', 'firstTokenP95Ms', 'firstTokenP99Ms',
        ], // prettier-ignore
        buckets,
      ),
  });
}
