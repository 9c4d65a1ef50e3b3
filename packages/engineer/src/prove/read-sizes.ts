/** In charge of how big the target's tables are. */
import type { Target } from '../target/open-target.ts';
import { sql } from './sql.generated.ts';
import type { TargetSize } from './weigh-locks.ts';

interface SizeRow {
  name: string;
  rows: number;
  bytes: number;
  total_bytes: number;
  partition_of: string | null;
}

/** By table, quoted and schema-qualified; a partitioned table is as big as its partitions together. */
export async function readSizes({ client }: Target): Promise<Map<string, TargetSize>> {
  const { rows } = await client.query<SizeRow>(sql.readSizes);
  const sizes = new Map<string, TargetSize>();
  for (const row of rows) {
    const size = { rows: row.rows, bytes: row.bytes, totalBytes: row.total_bytes };
    sizes.set(row.name, size);
    if (row.partition_of !== null) add(sizes, row.partition_of, size);
  }
  return sizes;
}

function add(sizes: Map<string, TargetSize>, table: string, more: TargetSize): void {
  const known = sizes.get(table) ?? { rows: 0, bytes: 0, totalBytes: 0 };
  sizes.set(table, {
    rows: known.rows + more.rows,
    bytes: known.bytes + more.bytes,
    totalBytes: known.totalBytes + more.totalBytes,
  });
}
