/** In charge of picking one metric's percentiles out of the rows of a bucket. */
import type { Latency } from '@catb/database';

/** Percentiles in milliseconds; null without calls. */
export interface Percentiles {
  calls: number;
  p50Ms: number | null;
  p95Ms: number | null;
  p99Ms: number | null;
}

/** Those of this metric; there is one row of each at most. */
export function percentilesOf(
  rows: readonly Omit<Latency, 'start'>[],
  metric: Latency['metric'],
): Percentiles {
  const row = rows.find((one) => one.metric === metric);
  return {
    calls: row?.calls ?? 0,
    p50Ms: row?.p50Ms ?? null,
    p95Ms: row?.p95Ms ?? null,
    p99Ms: row?.p99Ms ?? null,
  };
}
