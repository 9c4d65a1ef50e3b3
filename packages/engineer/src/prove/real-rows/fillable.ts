/** In charge of which tables can take real rows, and which rows need which others. */
import type pg from 'pg';
import { sql } from './sql.generated.ts';

/** A table of the copy. */
export interface FillableTable {
  /** Quoted and schema-qualified. */
  name: string;
  /** Those that take a value. */
  columns: string[];
  types: string[];
  /** Those that PostgreSQL computes from the others. */
  generated: string[];
}

/** A foreign key of the copy; columns as they are, not quoted. */
export interface ForeignKey {
  child: string;
  parent: string;
  childColumns: string[];
  parentColumns: string[];
}

/** One row, values by column, each as JSON has it. */
export type JsonRow = Record<string, unknown>;

/** Rows by table. */
export type JsonRows = Map<string, JsonRow[]>;

interface ForeignKeyRow {
  child: string;
  parent: string;
  child_columns: string[];
  parent_columns: string[];
}

/** Reads both. */
export async function readFillable(
  client: pg.ClientBase,
): Promise<{ tables: FillableTable[]; foreignKeys: ForeignKey[] }> {
  const tables = await client.query<FillableTable>(sql.readFillableTables);
  const keys = await client.query<ForeignKeyRow>(sql.readForeignKeys);
  return {
    tables: tables.rows,
    foreignKeys: keys.rows.map((row) => ({
      child: row.child,
      parent: row.parent,
      childColumns: row.child_columns,
      parentColumns: row.parent_columns,
    })),
  };
}
