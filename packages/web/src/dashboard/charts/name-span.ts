/** The bucket in words, and whether it is over. */
import type { Bucket, Span } from '../api/contract.ts';
import { formatSpan } from '../format/format-time.ts';

/** The name of a bucket; one that is not over is said to be so. */
export function nameSpan(
  span: Span,
  { bucket, timezone, asOf }: { bucket: Bucket; timezone: string; asOf: string },
): string {
  return formatSpan(span, bucket, timezone) + (isRunning(span, asOf) ? ', so far' : '');
}

/** True when the bucket had not ended when the figures were read. */
export function isRunning(span: Span | undefined, asOf: string): boolean {
  return span !== undefined && Date.parse(span.end) > Date.parse(asOf);
}
