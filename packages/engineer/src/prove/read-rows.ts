/** In charge of comparing the rows of two moments one by one, over the columns that both have. */
import type pg from 'pg';
import type { RowChange } from './proof.ts';
import { sql } from './sql.generated.ts';

/** The columns of each table, quoted; tables quoted and schema-qualified. */
export type TableColumns = ReadonlyMap<string, readonly string[]>;

/** How often each row is there, by the digest of the columns compared, for each table. */
export type RowCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The tables that have rows of their own, with their columns. */
export async function readColumns(client: pg.ClientBase): Promise<TableColumns> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(sql.readRowTables);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/** The columns that a table has at both moments, for the tables that are there at both. */
export function commonColumns(one: TableColumns, other: TableColumns): TableColumns {
  const common = [...one].flatMap(([table, columns]): [string, string[]][] => {
    const others = other.get(table);
    if (others === undefined) return [];
    return [[table, columns.filter((column) => others.includes(column))]];
  });
  return new Map(common);
}

/** Reads the rows of these tables, boiled down over these columns. */
export async function readRows(client: pg.ClientBase, tables: TableColumns): Promise<RowCounts> {
  const counts = new Map<string, Map<string, number>>();
  for (const [table, columns] of tables) {
    // Names and columns come from the catalog, quoted by the server.
    const { rows } = await client.query<{ digest: string; count: number }>(
      `select pg_catalog.md5(row(${columns.join(', ')})::text) as digest,
              pg_catalog.count(*)::integer as count
       from only ${table}
       group by 1`,
    );
    counts.set(table, new Map(rows.map(({ digest, count }) => [digest, count])));
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function missing(from: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  let gone = 0;
  for (const [digest, count] of from) gone += Math.max(0, count - (others.get(digest) ?? 0));
  return gone;
}

/** The tables whose rows differ. */
export function compareRows(before: RowCounts, after: RowCounts): RowChange[] {
  return [...before].flatMap(([table, old]): RowChange[] => {
    const fresh = after.get(table) ?? new Map<string, number>();
    const [gone, come] = [missing(old, fresh), missing(fresh, old)];
    if (gone === 0 && come === 0) return [];
    return [{ table, before: total(old), after: total(fresh), gone, come }];
  });
}
