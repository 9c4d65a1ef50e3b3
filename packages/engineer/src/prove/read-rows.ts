/** In charge of comparing the rows of two moments one by one, over the columns that both have. */
import type pg from 'pg';
import type { RowChange } from './proof.ts';
import { sql } from './sql.generated.ts';

/** The rows of one table: a digest for each value, in the order of the columns; null for null. */
export interface TableRows {
  /** Quoted. */
  columns: readonly string[];
  rows: readonly (readonly (string | null)[])[];
}

/** By table, quoted and schema-qualified. */
export type AllRows = ReadonlyMap<string, TableRows>;

/** Reads every table whole, values boiled down: meant for the few rows of a proof. */
export async function readRows(client: pg.ClientBase): Promise<AllRows> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    sql.readRowTables,
  );
  const all = new Map<string, TableRows>();
  for (const { name, columns } of tables) {
    // Names and columns come from the catalog, quoted by the server.
    const digests = columns.map((column) => `pg_catalog.md5(${column}::text)`);
    const { rows } = await client.query<(string | null)[]>({
      text: `select ${digests.join(', ')} from only ${name}`,
      rowMode: 'array',
    });
    all.set(name, { columns, rows });
  }
  return all;
}

/** How many rows there are in all tables. */
export function countRows(all: AllRows): number {
  return [...all.values()].reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The tables without a row. */
export function emptyTables(all: AllRows): string[] {
  return [...all].filter(([, { rows }]) => rows.length === 0).map(([table]) => table);
}

function countAlike({ columns, rows }: TableRows, wanted: readonly string[]): Map<string, number> {
  const places = wanted.map((column) => columns.indexOf(column));
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = places.map((place) => row[place] ?? '').join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function missing(from: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  let gone = 0;
  for (const [key, count] of from) gone += Math.max(0, count - (others.get(key) ?? 0));
  return gone;
}

function compareTable(table: string, before: TableRows, after: TableRows): RowChange | undefined {
  const common = before.columns.filter((column) => after.columns.includes(column));
  const [old, fresh] = [countAlike(before, common), countAlike(after, common)];
  const [gone, come] = [missing(old, fresh), missing(fresh, old)];
  if (gone === 0 && come === 0) return undefined;
  return { table, before: before.rows.length, after: after.rows.length, gone, come };
}

/** The tables that are there at both moments and have other rows. */
export function compareRows(before: AllRows, after: AllRows): RowChange[] {
  return [...before].flatMap(([table, old]) => {
    const fresh = after.get(table);
    const change = fresh === undefined ? undefined : compareTable(table, old, fresh);
    return change === undefined ? [] : [change];
  });
}

/** The tables that are there at one moment with rows in them, and not at all at the next. */
export function lostTables(before: AllRows, after: AllRows): RowChange[] {
  return [...before]
    .filter(([table, { rows }]) => rows.length > 0 && !after.has(table))
    .map(([table, { rows }]) => {
      return { table, before: rows.length, after: 0, gone: rows.length, come: 0 };
    });
}

function keepColumns(table: TableRows, keep: (column: string) => boolean): TableRows {
  const places = [...table.columns.keys()].filter((place) => keep(table.columns[place] ?? ''));
  const pick = <T>(cells: readonly T[]): T[] => places.map((place) => cells[place] as T);
  return { columns: pick(table.columns), rows: table.rows.map((row) => pick(row)) };
}

/** Leaves only the tables and columns that another moment has too. */
export function onlyWhatIsIn(all: AllRows, other: AllRows): AllRows {
  const kept = [...all].flatMap(([table, rows]): [string, TableRows][] => {
    const known = other.get(table);
    if (known === undefined) return [];
    return [[table, keepColumns(rows, (column) => known.columns.includes(column))]];
  });
  return new Map(kept);
}

function isSteady(column: string, one: TableRows, other: TableRows): boolean {
  const [a, b] = [countAlike(one, [column]), countAlike(other, [column])];
  return missing(a, b) === 0 && missing(b, a) === 0;
}

/** Leaves out the columns that came out differently when the same was done twice, as by `now()`. */
export function withoutVolatile(all: AllRows, once: AllRows, twice: AllRows): AllRows {
  const kept = [...all].map(([table, rows]): [string, TableRows] => {
    const [one, other] = [once.get(table), twice.get(table)];
    if (one === undefined || other === undefined) return [table, rows];
    return [table, keepColumns(rows, (column) => isSteady(column, one, other))];
  });
  return new Map(kept);
}
