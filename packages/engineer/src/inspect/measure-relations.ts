/** In charge of the sizes of relations, partitions added up. */
import type { RelationRow } from './read-inspection-rows.ts';
import type { RelationMeasures } from './relation-inspection.ts';

/** Of a relation that stores its rows itself. */
export function measure(row: RelationRow): RelationMeasures {
  const { rows, deadRows, heapBytes, indexBytes, toastBytes, bloatBytes } = row;
  const totalBytes = heapBytes + indexBytes + toastBytes;
  return { rows, deadRows, totalBytes, heapBytes, indexBytes, toastBytes, bloatBytes };
}

const plus = (one: number | null, other: number | null) =>
  one === null && other === null ? null : (one ?? 0) + (other ?? 0);

/** A partitioned table stores nothing itself: its figures are those of its partitions. */
export function measureWithPartitions(
  row: RelationRow,
  childrenOf: (oid: number) => RelationRow[],
): RelationMeasures {
  const own = row.kind === 'partitioned table' ? { ...row, rows: null } : row;
  return childrenOf(row.oid)
    .filter((child) => child.partitionBound !== null)
    .map((child) => measureWithPartitions(child, childrenOf))
    .reduce(
      (sum, part) => ({
        rows: plus(sum.rows, part.rows),
        deadRows: sum.deadRows + part.deadRows,
        totalBytes: sum.totalBytes + part.totalBytes,
        heapBytes: sum.heapBytes + part.heapBytes,
        indexBytes: sum.indexBytes + part.indexBytes,
        toastBytes: sum.toastBytes + part.toastBytes,
        bloatBytes: plus(sum.bloatBytes, part.bloatBytes),
      }),
      measure(own),
    );
}
