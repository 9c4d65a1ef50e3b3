/**
 * The shapes that `/analytics` speaks. They are written out here because the page knows HTTP only.
 * Moments are ISO 8601 in UTC, money is a decimal string in US dollars.
 */

export type Bucket = 'hour' | 'day' | 'week' | 'month';
export type TriageName = 'emergency' | 'urgent' | 'routine' | 'behavioral' | 'none';

/** What every answer is framed by. `to` is the first moment left out. Totals are never asked for. */
export interface Frame {
  from: string;
  to: string;
  bucket: Bucket;
  timezone: string;
  asOf: string;
  includesDemo: boolean;
}

/** A stretch of time; `end` is the first moment left out. */
export interface Span {
  start: string;
  end: string;
}

/** The figures of one period. Waiting times are null without calls. */
export interface Headline {
  sessions: number;
  turns: number;
  answers: number;
  answersComplete: number;
  answersAborted: number;
  answersFailed: number;
  answersUnfinished: number;
  emergencies: number;
  urgent: number;
  ratedUp: number;
  ratedDown: number;
  calls: number;
  costUsd: string;
  savedUsd: string;
  estimatedCalls: number;
  unknownCalls: number;
  failedCalls: number;
  latencyP50Ms: number | null;
  latencyP95Ms: number | null;
  firstTokenP50Ms: number | null;
}

/** What goes on at this moment. */
export interface Now {
  turnsLast5Minutes: number;
  unfinishedAnswers: number;
  rollupLagSeconds: number | null;
  viewsRefreshedAt: string | null;
}

export interface Summary extends Frame {
  current: Headline;
  previous: Headline;
  previousFrom: string;
  now: Now;
}

export interface UsageBucket extends Span {
  sessions: number;
  turns: number;
  answersComplete: number;
  answersAborted: number;
  answersFailed: number;
  answersUnfinished: number;
  answersTruncated: number;
  userTokens: number;
  answerTokens: number;
}

export interface ModelCost {
  provider: string;
  model: string;
  purpose: string;
  calls: number;
  costUsd: string;
  savedUsd: string;
  unknownCalls: number;
}

export interface LatencyBucket extends Span {
  calls: number;
  p50Ms: number | null;
  p95Ms: number | null;
  p99Ms: number | null;
  firstTokenP50Ms: number | null;
  firstTokenP95Ms: number | null;
  firstTokenP99Ms: number | null;
}

export interface SlowCall {
  at: string;
  provider: string;
  model: string;
  latencyMs: number;
  firstTokenMs: number | null;
  outputTokens: number;
  finishReason: string;
}

export interface Failure {
  provider: string;
  model: string;
  finishReason: string;
  calls: number;
}

export interface RetentionDay {
  day: string;
  activeSessions: number;
  newSessions: number;
  returningSessions: number;
  turns: number;
  messagesPerSession: number | null;
  costPerSessionUsd: string | null;
}

/** Sessions of one week, and how many of them spoke in each week after, the first being week 0. */
export interface Cohort {
  week: string;
  size: number;
  active: number[];
}

export interface LengthCount {
  length: number;
  sessions: number;
}

export interface Funnel {
  created: number;
  spoke: number;
  answered: number;
  cameBack: number;
  rated: number;
}

export interface ModelFigures {
  provider: string;
  model: string;
  calls: number;
  failedCalls: number;
  costUsd: string;
  savedUsd: string;
  unknownCalls: number;
  inputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
  latencyP50Ms: number | null;
  latencyP95Ms: number | null;
  firstTokenP50Ms: number | null;
}

export interface Retention extends Frame {
  days: RetentionDay[];
  cohorts: Cohort[];
  sessionLengths: { messages: LengthCount[]; turnsToResolution: LengthCount[] };
  funnel: Funnel;
  refreshedAt: string | null;
}

/** Each endpoint of the analytics, with its answer. */
export interface Answers {
  summary: Summary;
  usage: Frame & { buckets: UsageBucket[] };
  cost: Frame & { totalUsd: string; buckets: (Span & { models: ModelCost[] })[] };
  latency: Frame & { buckets: LatencyBucket[]; slowest: SlowCall[]; failures: Failure[] };
  triage: Frame & { buckets: (Span & Record<TriageName, number>)[] };
  feedback: Frame & {
    buckets: (Span & { ratedUp: number; ratedDown: number; answers: number })[];
  };
  retention: Retention;
  models: Frame & { models: ModelFigures[] };
}

export type AnalyticsName = keyof Answers;

/** A limit on what is spent, and how much of it is. `share` of 1 is the whole limit. */
export interface Budget {
  period: 'day' | 'month';
  limitUsd: string;
  timezone: string;
  atLimit: 'warn' | 'offline-guide' | 'refuse';
  spentUsd: string;
  share: number;
  unknownCalls: number;
}
