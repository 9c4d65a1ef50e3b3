/** In charge of reading what has to be known about the tables that get rows. */
import type pg from 'pg';
import type { TypeCatalog, TypeFacts } from './candidates/type-facts.ts';
import { sql } from './sql.generated.ts';
import type {
  CheckFacts,
  ColumnFacts,
  ForeignKeyFacts,
  KeyFacts,
  LeafFacts,
  TableFacts,
} from './table-facts.ts';

type TableRow = Pick<
  TableFacts,
  'id' | 'schema' | 'name' | 'quoted' | 'partitioned' | 'hasTriggers' | 'primaryKey'
>;

/** The tables, the types of their columns, and the partitioned tables that are partitions. */
export interface Tables {
  tables: TableFacts[];
  types: TypeCatalog;
  middle: { id: string; schema: string; name: string }[];
}

function groupByTable<T extends { tableId: string }>(rows: readonly T[]): (id: string) => T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.tableId);
    if (group) group.push(row);
    else groups.set(row.tableId, [row]);
  }
  return (id) => groups.get(id) ?? [];
}

/** Reads them all. */
export async function readTables(client: pg.ClientBase): Promise<Tables> {
  const tables = (await client.query<TableRow>(sql.tables)).rows;
  const ids = tables.map((table) => table.id);
  const read = async <T extends pg.QueryResultRow>(
    query: string,
    of: string[] = ids,
  ): Promise<T[]> => (await client.query<T>(query, [of])).rows;
  const columns = groupByTable(await read<ColumnFacts>(sql.columns));
  const checks = groupByTable(await read<CheckFacts>(sql.checks));
  const keys = groupByTable(await read<KeyFacts>(sql.keys));
  const foreignKeys = groupByTable(await read<ForeignKeyFacts>(sql.foreignKeys));
  const leaves = await read<LeafFacts>(sql.leaves);
  const leavesOf = groupByTable(leaves);
  const types = await read<TypeFacts>(sql.types);
  return {
    tables: tables.map((table) => ({
      ...table,
      columns: columns(table.id),
      checks: checks(table.id),
      keys: keys(table.id),
      foreignKeys: foreignKeys(table.id),
      leaves: leavesOf(table.id),
    })),
    types: new Map(types.map((type) => [type.id, type])),
    middle: await read(sql.middleTables, [...new Set(leaves.flatMap((leaf) => leaf.between))]),
  };
}
