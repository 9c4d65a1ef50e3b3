/** `GET /analytics/models` */
import { analyticsCalls, analyticsModels, type CallCounts } from '@catb/database';
import { z } from 'zod';
import type { Endpoint } from '../http/endpoint.ts';
import {
  analyticsEndpoint,
  count,
  milliseconds,
  money,
  type AnalyticsDependencies,
} from './analytics-endpoint.ts';
import { modelFilters } from './analytics-query.ts';
import { columnsOf, csvTable } from './csv.ts';
import { percentilesOf } from './percentiles-of.ts';
import { sumOf } from './place-in-buckets.ts';
import { sumMoney } from './sum-money.ts';

const modelFigures = {
  provider: z.string(),
  model: z.string(),
  calls: count,
  failedCalls: count,
  costUsd: money,
  savedUsd: money.describe('What caching saved, in US dollars.'),
  unknownCalls: count.describe('Without a price: in no sum of money.'),
  inputTokens: count,
  cachedInputTokens: count,
  cacheWriteTokens: count,
  outputTokens: count,
  latencyP50Ms: milliseconds,
  latencyP95Ms: milliseconds,
  latencyP99Ms: milliseconds,
  firstTokenP50Ms: milliseconds,
};

/** The models beside each other. */
export function getAnalyticsModelsEndpoint(dependencies: AnalyticsDependencies): Endpoint {
  return analyticsEndpoint(dependencies, {
    name: 'models',
    summary: 'The models beside each other, over the whole range',
    description: 'Latencies are of replies only; calls and cost are of summaries too.',
    filters: modelFilters,
    figures: { models: z.array(z.object(modelFigures)) },
    async read({ database, range, filters }) {
      const [calls, latencies] = await Promise.all([
        analyticsCalls(database, { ...range, bucket: 'total' }, filters),
        analyticsModels(database, range, filters),
      ]);
      return {
        models: byModel(calls).map((rows) => {
          const { provider, model } = rows[0];
          const own = latencies.filter((row) => row.provider === provider && row.model === model);
          const whole = percentilesOf(own, 'latency');
          return {
            provider,
            model,
            calls: sumOf(rows, 'calls'),
            failedCalls: sumOf(rows, 'failedCalls'),
            costUsd: sumMoney(rows.map(({ costUsd }) => costUsd)),
            savedUsd: sumMoney(rows.map(({ savedUsd }) => savedUsd)),
            unknownCalls: sumOf(rows, 'unknownCalls'),
            inputTokens: sumOf(rows, 'inputTokens'),
            cachedInputTokens: sumOf(rows, 'cachedInputTokens'),
            cacheWriteTokens: sumOf(rows, 'cacheWriteTokens'),
            outputTokens: sumOf(rows, 'outputTokens'),
            latencyP50Ms: whole.p50Ms,
            latencyP95Ms: whole.p95Ms,
            latencyP99Ms: whole.p99Ms,
            firstTokenP50Ms: percentilesOf(own, 'first_token').p50Ms,
          };
        }),
      };
    },
    csv: ({ models }) => csvTable(columnsOf(modelFigures), models),
  });
}

type Rows = [CallCounts, ...CallCounts[]];

/** The rows of each model, in the order they came. */
function byModel(calls: readonly CallCounts[]): Rows[] {
  const models = new Map<string, Rows>();
  for (const row of calls) {
    const key = JSON.stringify([row.provider, row.model]);
    const rows = models.get(key);
    if (rows === undefined) models.set(key, [row]);
    else rows.push(row);
  }
  return [...models.values()];
}
