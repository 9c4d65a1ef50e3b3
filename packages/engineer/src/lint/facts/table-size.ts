/** In charge of what counts as a small and as a big table, for every rule. */
import type { FindingLevel } from '../../findings/finding.ts';
import { formatBytes, formatCount } from '../../inspect/format-text.ts';

/** How much is in a table, its partitions included. */
export interface TableSize {
  /** PostgreSQL's own estimate; null when the table was never analyzed. */
  rows: number | null;
  /** Table, indexes and TOAST. */
  bytes: number;
}

/** Below both, a scan or a rewrite is over before anybody notices. */
export const smallTable = { rows: 10_000, bytes: 16 * 1024 * 1024 };

/** From either on, it takes long enough to stop the traffic on the table. */
export const bigTable = { rows: 1_000_000, bytes: 1024 * 1024 * 1024 };

/**
 * The level of a finding that matters as much as the table is big: `info` on a small table, `error`
 * on a big one, `warning` in between and where the size is not known.
 */
export function levelBySize(size: TableSize | undefined): FindingLevel {
  if (size === undefined) return 'warning';
  if ((size.rows ?? 0) >= bigTable.rows || size.bytes >= bigTable.bytes) return 'error';
  // A table that was never analyzed is judged by its bytes alone.
  if ((size.rows ?? 0) < smallTable.rows && size.bytes < smallTable.bytes) return 'info';
  return 'warning';
}

/** True when nothing is in the table: PostgreSQL has given it no page. */
export function isEmpty(size: TableSize | undefined): boolean {
  return size !== undefined && (size.rows ?? 0) === 0 && size.bytes <= 128 * 1024;
}

/** Such as `On the target it has about 50,000,000 rows in 20 GB.` */
export function describeSize(size: TableSize | undefined): string | null {
  if (size === undefined) return null;
  const rows = size.rows === null ? '' : `about ${formatCount(size.rows)} rows in `;
  return `On the target it has ${rows}${formatBytes(size.bytes)}.`;
}
