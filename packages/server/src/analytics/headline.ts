/** In charge of the figures of a whole range in one line: what `/analytics/summary` shows first. */
import {
  analyticsCalls,
  analyticsLatency,
  analyticsSessions,
  analyticsTurns,
  type AnalyticsRange,
  type CallFilter,
  type Database,
} from '@catb/database';
import { z } from 'zod';
import { count, milliseconds, money } from './analytics-endpoint.ts';
import { percentilesOf } from './percentiles-of.ts';
import { sumOf } from './place-in-buckets.ts';
import { sumMoney } from './sum-money.ts';

/** What a headline holds. */
export const headlineFigures = {
  sessions: count.describe('Created.'),
  turns: count,
  answers: count,
  answersComplete: count,
  answersAborted: count,
  answersFailed: count,
  answersUnfinished: count,
  answersTruncated: count,
  emergencies: count,
  urgent: count,
  ratedUp: count,
  ratedDown: count,
  calls: count,
  costUsd: money,
  savedUsd: money.describe('What caching saved, in US dollars.'),
  exactCalls: count,
  estimatedCalls: count,
  unknownCalls: count.describe('Without a price: in no sum of money.'),
  failedCalls: count,
  inputTokens: count,
  cachedInputTokens: count,
  cacheWriteTokens: count,
  outputTokens: count,
  latencyP50Ms: milliseconds,
  latencyP95Ms: milliseconds,
  latencyP99Ms: milliseconds,
  firstTokenP50Ms: milliseconds,
  firstTokenP95Ms: milliseconds,
};

export const headlineSchema = z.object(headlineFigures).meta({ id: 'Headline' });

/** The figures of the range as a whole, whatever its buckets. */
export async function readHeadline(
  database: Database,
  range: AnalyticsRange,
  filter: Omit<CallFilter, 'purpose'>,
): Promise<z.input<typeof headlineSchema>> {
  const whole: AnalyticsRange = { ...range, bucket: 'total' };
  const [sessions, turns, calls, latencies] = await Promise.all([
    analyticsSessions(database, whole),
    analyticsTurns(database, whole),
    analyticsCalls(database, whole, filter),
    analyticsLatency(database, whole, filter),
  ]);
  const turnsOf = (category: string) =>
    sumOf(
      turns.filter(({ triage }) => triage === category),
      'turns',
    );
  const latency = percentilesOf(latencies, 'latency');
  const firstToken = percentilesOf(latencies, 'first_token');
  return {
    sessions: sumOf(sessions, 'sessions'),
    turns: sumOf(turns, 'turns'),
    answers: sumOf(turns, 'answers'),
    answersComplete: sumOf(turns, 'answersComplete'),
    answersAborted: sumOf(turns, 'answersAborted'),
    answersFailed: sumOf(turns, 'answersFailed'),
    answersUnfinished: sumOf(turns, 'answersUnfinished'),
    answersTruncated: sumOf(turns, 'answersTruncated'),
    emergencies: turnsOf('emergency'),
    urgent: turnsOf('urgent'),
    ratedUp: sumOf(turns, 'ratedUp'),
    ratedDown: sumOf(turns, 'ratedDown'),
    calls: sumOf(calls, 'calls'),
    costUsd: sumMoney(calls.map(({ costUsd }) => costUsd)),
    savedUsd: sumMoney(calls.map(({ savedUsd }) => savedUsd)),
    exactCalls: sumOf(calls, 'exactCalls'),
    estimatedCalls: sumOf(calls, 'estimatedCalls'),
    unknownCalls: sumOf(calls, 'unknownCalls'),
    failedCalls: sumOf(calls, 'failedCalls'),
    inputTokens: sumOf(calls, 'inputTokens'),
    cachedInputTokens: sumOf(calls, 'cachedInputTokens'),
    cacheWriteTokens: sumOf(calls, 'cacheWriteTokens'),
    outputTokens: sumOf(calls, 'outputTokens'),
    latencyP50Ms: latency.p50Ms,
    latencyP95Ms: latency.p95Ms,
    latencyP99Ms: latency.p99Ms,
    firstTokenP50Ms: firstToken.p50Ms,
    firstTokenP95Ms: firstToken.p95Ms,
  };
}
