/** In charge of what generated rows are: which there are in which table, whose they are, or why there are none. */

/** A column that may be given a value by the caller. */
export interface FixableColumn {
  schema: string;
  table: string;
  column: string;
  /** As PostgreSQL prints it, such as `character varying(20)`. */
  type: string;
}

/** What can be chosen about the rows. */
export interface RowOptions {
  /** How many rows of each group a table gets, where its constraints allow so many. */
  rowsPerGroup: number;
  /** How many groups, such as tenants, there are. */
  groups: number;
  /** The same seed gives the same rows, but for what the schema's own defaults make up. */
  seed: number;
  /**
   * Gives a column its value in a row; undefined leaves it free.
   *
   * @param group from 0
   * @param index of the row in its group, from 0
   * @param retry how often the group has been left without any row of the table
   */
  fix?: (column: FixableColumn, group: number, index: number, retry: number) => unknown;
  /** How often rows of a table are tried once more for groups that have none; default 0. */
  retries?: (table: { schema: string; table: string }) => number;
  /** Is told how many tables are done. */
  onProgress?: (done: number, total: number) => void;
}

/** One row. */
export interface GeneratedRow {
  group: number;
  /** The primary key, each value as PostgreSQL prints it; null where the table has none. */
  key: Record<string, string> | null;
  /** Where the row lies in its table, such as `(0,1)`; in its partition for a partitioned table. */
  ctid: string;
}

/** The rows of one table. */
export interface GeneratedTable {
  schema: string;
  table: string;
  /** A row of a partition stands under its partitioned tables as well. */
  rows: GeneratedRow[];
  /** Why there are no rows, or what had to be switched off to have them; null when all is well. */
  problem: string | null;
}

/** All rows that were made. */
export interface GeneratedRows {
  tables: GeneratedTable[];
}
