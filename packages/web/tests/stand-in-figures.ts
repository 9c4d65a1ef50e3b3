/** Figures that are invented, the same ones every time, in the shapes of `/analytics`. */

import { inventHeadline } from './stand-in-headline.ts';

/** What can be chosen about them. */
export interface Invention {
  models: string[];
  isEmpty: boolean;
  includesDemo: boolean;
  budgets: object[] | null;
}

const HOUR_MS = 3_600_000;
const lengths: Record<string, number> = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 168 * HOUR_MS };

/** The answer of `/analytics/<name>`; days begin at midnight UTC, whatever the zone. */
export function inventAnswer(name: string, query: URLSearchParams, invention: Invention): object {
  const from = Date.parse(query.get('from') ?? '');
  const to = Date.parse(query.get('to') ?? new Date().toISOString());
  const days = (to - from) / (24 * HOUR_MS);
  const usual = days <= 2 ? 'hour' : days <= 92 ? 'day' : 'week';
  const bucket = query.get('bucket') ?? usual;
  const frame = {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    bucket,
    timezone: query.get('timezone') ?? 'UTC',
    asOf: new Date().toISOString(),
    includesDemo: invention.includesDemo,
  };
  const length = lengths[bucket] ?? 30 * 24 * HOUR_MS;
  const spans = Array.from({ length: Math.ceil((to - from) / length) }, (_, index) => ({
    start: new Date(from + index * length).toISOString(),
    end: new Date(Math.min(to, from + (index + 1) * length)).toISOString(),
  }));
  return { ...frame, ...figures[name]?.(spans, query, invention) };
}

type Spans = { start: string; end: string }[];

/** A number between 0 and 1 that is always the same for the same place. */
function wave(index: number, seed: number): number {
  return (Math.sin(index * 12.9898 + seed * 78.233) * 43758.5453) % 1;
}

function level(index: number, seed: number, height: number, { isEmpty }: Invention): number {
  if (isEmpty) return 0;
  const tide = 0.75 + 0.25 * Math.sin(index / 2.3 + seed);
  return Math.round(height * tide * (0.85 + 0.3 * Math.abs(wave(index, seed))));
}

const figures: Record<string, (spans: Spans, query: URLSearchParams, i: Invention) => object> = {
  summary: (spans, _query, i) => {
    const current = inventHeadline(i.isEmpty, 1);
    return {
      current,
      previous: inventHeadline(i.isEmpty, 0.86),
      previousFrom: new Date(2 * Date.parse(spans[0]?.start ?? '') - Date.now()).toISOString(),
      now: {
        turnsLast5Minutes: i.isEmpty ? 0 : 12,
        unfinishedAnswers: i.isEmpty ? 0 : 2,
        rollupLagSeconds: 1.4,
        viewsRefreshedAt: new Date(Date.now() - 600_000).toISOString(),
      },
    };
  },
  usage: (spans, _query, i) => ({
    buckets: spans.map((span, index) => ({
      ...span,
      sessions: level(index, 1, 90, i),
      turns: level(index, 2, 400, i),
      answersComplete: level(index, 2, 380, i),
      answersAborted: level(index, 3, 12, i),
      answersFailed: level(index, 4, 5, i),
      answersUnfinished: 0,
      answersTruncated: level(index, 5, 3, i),
      userTokens: level(index, 6, 9_000, i),
      answerTokens: level(index, 7, 52_000, i),
    })),
  }),
  cost: (spans, query, i) => {
    const wanted = i.models.filter((model) => model === (query.get('model') ?? model));
    const buckets = spans.map((span, index) => ({
      ...span,
      models: i.isEmpty
        ? []
        : wanted.map((model, rank) => ({
            provider: 'anthropic',
            model,
            purpose: 'reply',
            calls: level(index, rank, 200 / (rank + 1), i),
            costUsd: (level(index, rank, 9000 / (rank * rank + 1), i) / 1000).toFixed(6),
            savedUsd: (level(index, rank, 900, i) / 1000).toFixed(6),
            unknownCalls: index === 1 && rank === 0 ? 3 : 0,
          })),
    }));
    const all = buckets.flatMap(({ models }) => models);
    return {
      buckets,
      totalUsd: all.reduce((sum, { costUsd }) => sum + Number(costUsd), 0).toFixed(6),
    };
  },
  latency: (spans, _query, i) => ({
    buckets: spans.map((span, index) => {
      const ms = (seed: number, height: number) =>
        i.isEmpty || index === 2 ? null : level(index, seed, height, i);
      return {
        ...span,
        calls: level(index, 2, 400, i),
        p50Ms: ms(1, 1_900),
        p95Ms: ms(2, 5_200),
        p99Ms: ms(3, 8_700),
        firstTokenP50Ms: ms(4, 420),
        firstTokenP95Ms: ms(5, 900),
        firstTokenP99Ms: ms(6, 1_500),
      };
    }),
    slowest: i.isEmpty
      ? []
      : Array.from({ length: 20 }, (_, index) => ({
          at: new Date(Date.parse(spans[0]?.start ?? '') + index * HOUR_MS).toISOString(),
          provider: 'anthropic',
          model: i.models[index % i.models.length],
          latencyMs: 21_400 - index * 700,
          firstTokenMs: index === 4 ? null : 2_900 - index * 70,
          outputTokens: 300,
          finishReason: 'stop',
        })),
    failures: i.isEmpty
      ? []
      : [
          { provider: 'anthropic', model: i.models[0], finishReason: 'length', calls: 41 },
          { provider: 'anthropic', model: i.models[1], finishReason: 'error', calls: 7 },
        ],
  }),
  triage: (spans, _query, i) => ({
    buckets: spans.map((span, index) => ({
      ...span,
      emergency: index % 2 === 0 ? level(index, 8, 4, i) : 0,
      urgent: level(index, 9, 34, i),
      routine: level(index, 10, 300, i),
      behavioral: level(index, 11, 60, i),
      none: 0,
    })),
  }),
  feedback: (spans, _query, i) => ({
    buckets: spans.map((span, index) => ({
      ...span,
      ratedUp: level(index, 12, 40, i),
      ratedDown: level(index, 13, 9, i),
      answers: level(index, 2, 400, i),
    })),
  }),
  models: (_spans, query, i) => ({
    models: i.isEmpty
      ? []
      : i.models
          .filter((model) => model === (query.get('model') ?? model))
          .map((model, rank) => ({
            provider: 'anthropic',
            model,
            calls: 2_400 / (rank + 1),
            failedCalls: rank * 3,
            costUsd: (62 / (rank * rank * 40 + 1)).toFixed(6),
            savedUsd: '1.2',
            unknownCalls: rank === 3 ? 2_400 / (rank + 1) : 0,
            inputTokens: 1_200_000 / (rank + 1),
            cachedInputTokens: 800_000 / (rank + 1),
            outputTokens: 210_000,
            latencyP50Ms: 1_900 / (rank + 1),
            latencyP95Ms: 5_300 / (rank + 1),
            firstTokenP50Ms: 420 / (rank + 1),
          })),
  }),
  retention: (spans, _query, i) => {
    const first = Date.parse((spans[0]?.start ?? '').slice(0, 10));
    const last = Date.parse(spans.at(-1)?.end ?? '');
    const count = Math.min(366, Math.ceil((last - first) / (24 * HOUR_MS)));
    return {
      days: Array.from({ length: count }, (_, index) => ({
        day: new Date(first + index * 24 * HOUR_MS).toISOString().slice(0, 10),
        activeSessions: level(index, 14, 90, i) + level(index, 15, 24, i),
        newSessions: level(index, 14, 90, i),
        returningSessions: level(index, 15, 24, i),
        turns: level(index, 2, 400, i),
        messagesPerSession: i.isEmpty ? null : 7.2,
        costPerSessionUsd: i.isEmpty ? null : '0.0312',
      })),
      cohorts: i.isEmpty
        ? []
        : Array.from({ length: 8 }, (_, index) => ({
            week: new Date(first - (first % (168 * HOUR_MS)) + (index * 7 + 4) * 24 * HOUR_MS)
              .toISOString()
              .slice(0, 10),
            size: 520 + index * 13,
            active: Array.from({ length: 8 - index }, (__, week) =>
              week === 0 ? 520 + index * 13 : Math.round(160 / (week + 0.6)),
            ),
          })),
      sessionLengths: {
        messages: i.isEmpty
          ? []
          : [2, 4, 6, 8, 10, 12, 20].map((length) => ({
              length,
              sessions: Math.round(900 / length),
            })),
        turnsToResolution: i.isEmpty
          ? []
          : [1, 2, 3, 4, 5, 9].map((length) => ({ length, sessions: Math.round(420 / length) })),
      },
      funnel: i.isEmpty
        ? { created: 0, spoke: 0, answered: 0, cameBack: 0, rated: 0 }
        : { created: 640, spoke: 571, answered: 548, cameBack: 301, rated: 96 },
      daysIn: 'UTC',
      refreshedAt: new Date(Date.now() - 600_000).toISOString(),
    };
  },
};
