/** In charge of what a replay reports. */
import type { Difference } from './compare-history.ts';
import { summarizeLatency, type LatencySummary } from './summarize-latency.ts';

/** How far a replay has come. */
export interface ReplayProgress {
  /** Conversations that were taken up. */
  conversations: number;
  /** Turns that were answered. */
  answered: number;
  /** Sessions that could not be started, turns without a proper answer, histories not read. */
  failed: number;
}

/** What came of a replay. Nothing in it quotes what was said. */
export interface ReplayReport extends ReplayProgress {
  badLines: number;
  /** How often what failed for good, as `turn: turn_quota_exceeded`. */
  failures: Record<string, number>;
  /** How often a call was repeated, and why. */
  retries: Record<string, number>;
  /** Of the answered turns, waiting between repetitions not counted. */
  latencyMs: LatencySummary;
  seconds: number;
  turnsPerSecond: number;
  /** Conversations whose history was read back and held against what was sent, and its messages. */
  checked: { conversations: number; messages: number };
  /** What differs, by line of the file; the first hundred. */
  differences: (Difference & { line: number })[];
  differenceCount: number;
  hint: string | null;
}

const limits = /rate_limited|session_limit_reached|turn_quota_exceeded|http_429/;

/** A report of nothing yet. */
export function emptyReport(): ReplayReport {
  return {
    conversations: 0,
    answered: 0,
    failed: 0,
    badLines: 0,
    failures: {},
    retries: {},
    latencyMs: summarizeLatency([]),
    seconds: 0,
    turnsPerSecond: 0,
    checked: { conversations: 0, messages: 0 },
    differences: [],
    differenceCount: 0,
    hint: null,
  };
}

/** Counts one more of `code`. */
export function count(counts: Record<string, number>, code: string): void {
  counts[code] = (counts[code] ?? 0) + 1;
}

/** What to do about limits that the replay ran into; null when it ran into none. */
export function hintFor({ failures, retries }: ReplayReport): string | null {
  const met = [...Object.keys(failures), ...Object.keys(retries)];
  if (!met.some((code) => limits.test(code))) return null;
  return (
    'The server limits how much one address or session may send. To replay at full speed, start it with ' +
    'CATB_TURNS_PER_MINUTE=0 CATB_REQUESTS_PER_MINUTE=0 CATB_SESSIONS_PER_HOUR=0.'
  );
}
