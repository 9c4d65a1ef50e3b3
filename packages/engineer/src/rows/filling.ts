/** In charge of what filling one table is given. */
import type pg from 'pg';
import type { Stock } from './plan-row.ts';
import type { TableFacts } from './table-facts.ts';

/** What is to be done for a table. */
export interface Filling {
  client: pg.ClientBase;
  table: TableFacts;
  stock: Stock;
  rowsPerGroup: number;
  groups: number;
  /** The columns whose values are remembered. */
  kept: readonly string[];
  /** @param retry how often the group has been left without any row */
  fixed(group: number, index: number, retry: number): ReadonlyMap<string, string | null>;
  /** How often rows are tried once more for the groups that are left without any. */
  retries: number;
}
