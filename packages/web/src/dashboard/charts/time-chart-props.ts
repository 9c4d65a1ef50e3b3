/** In charge of what a chart over time is given. */
import type { Bucket, Span } from '../api/contract.ts';
import type { Series } from './series.ts';

export interface TimeChartProps {
  /** What the chart shows, for somebody who listens to the page. */
  label: string;
  spans: readonly Span[];
  series: readonly Series[];
  bucket: Bucket;
  timezone: string;
  /** How a figure is written in full, and how on the axis. */
  format: (value: number) => string;
  formatAxis: (value: number) => string;
  /** Pixels, 220 unless given. */
  height?: number;
  /** When the figures were read: a bucket that ends later is not over. */
  asOf: string;
  /** False where a chart of the same buckets stands below: its names do for both. */
  hasTimes?: boolean;
  /** Named below the figures of a bucket, their sum. Left out, there is none. */
  totalLabel?: string;
}
