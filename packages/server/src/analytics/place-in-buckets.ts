/** In charge of putting rows into their buckets, so that buckets without rows are there too. */
import type { BucketBorders } from '@catb/database';

/** A bucket with the rows that belong to it. */
export interface FilledBucket<Row> extends BucketBorders {
  rows: Row[];
}

/** Each bucket in its order, with its rows in theirs. A row's start is that of its bucket. */
export function placeInBuckets<Row extends { start: Date }>(
  buckets: readonly BucketBorders[],
  rows: readonly Row[],
): FilledBucket<Row>[] {
  const filled = buckets.map((bucket) => ({ ...bucket, rows: [] as Row[] }));
  const byStart = new Map(filled.map((bucket) => [bucket.start.getTime(), bucket]));
  for (const row of rows) {
    const bucket = byStart.get(row.start.getTime());
    // Left out, it would be missing in every sum: that is worse than an error.
    if (bucket === undefined) throw new Error('A row is of none of the buckets.');
    bucket.rows.push(row);
  }
  return filled;
}

/** The sum of one figure over rows. */
export function sumOf<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}
