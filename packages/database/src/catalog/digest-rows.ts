/** Boils the rows of each table down to a count and two digests. */
import pg from 'pg';
import { sql } from './sql.generated.ts';

export interface RowDigest {
  /** The number of rows. */
  count: number;
  /** MD5 over all columns of all rows, whatever their order. */
  digest: string;
  /** The same without the columns whose default calls a function, as `now()`. */
  steadyDigest: string;
  /** The columns, quoted, by name. */
  columns: readonly string[];
}

interface TableRow {
  name: string;
  columns: string[];
  steady_columns: string[];
}

interface DigestRow {
  name: string;
  count: number;
  digest: string;
  steady: string;
}

function digestOf(columns: readonly string[]): string {
  const row = columns.length === 0 ? "''" : `pg_catalog.md5(row(${columns.join(', ')})::text)`;
  // By the digests themselves: the order in which a table gives its rows means nothing.
  return `coalesce(pg_catalog.md5(pg_catalog.string_agg(${row}, '' order by ${row})), '')`;
}

// Names and columns come from the catalog, quoted by the server.
function digestQuery(table: TableRow): string {
  return (
    [
      `select ${pg.escapeLiteral(table.name)} as name`,
      'pg_catalog.count(*)::int as count',
      `${digestOf(table.columns)} as digest`,
      `${digestOf(table.steady_columns)} as steady`,
    ].join(', ') + ` from only ${table.name}`
  );
}

/** Digests every user table. Reads them whole: meant for small, throw-away databases. */
export async function digestRows(client: pg.ClientBase): Promise<Map<string, RowDigest>> {
  const tables = await client.query<TableRow>(sql.tablesWithRows);
  if (tables.rows.length === 0) return new Map();
  const { rows } = await client.query<DigestRow>(tables.rows.map(digestQuery).join(' union all '));
  const columns = new Map(tables.rows.map((table) => [table.name, table.columns]));
  return new Map(
    rows.map(({ name, count, digest, steady }) => [
      name,
      { count, digest, steadyDigest: steady, columns: columns.get(name) ?? [] },
    ]),
  );
}
