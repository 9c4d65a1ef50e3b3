/** In charge of the statements around the rows of a restore, for a program and for psql alike. */
import type { Contents, StoredTable } from '../archive/contents.ts';
import { sql } from './sql.generated.ts';

/** Gives one row for each object that is taken away while rows are loaded. */
export const loadSteps: string = sql.loadSteps;

/** Empties every table, of the rows that migrations put there. */
export function truncateStatement(tables: readonly StoredTable[]): string {
  return `truncate table only ${tables.map(({ name }) => name).join(', only ')}`;
}

/** `from` is `stdin`, or a program. Frozen rows need no visit by vacuum; the table is new. */
export function copyStatement(table: StoredTable, from: string): string {
  const columns = table.columns.length === 0 ? '' : ` (${table.columns.join(', ')})`;
  return `copy ${table.name}${columns} from ${from} with (freeze)`;
}

/** Where sequences stood, and the views that are computed from the rows. */
export function closingStatements({ sequences, materializedViews }: Contents): string[] {
  return [
    ...sequences.map(
      ({ name, value, isCalled }) =>
        `select pg_catalog.setval('${name.replaceAll("'", "''")}', ${value}, ${isCalled})`,
    ),
    ...materializedViews.map((name) => `refresh materialized view ${name}`),
  ];
}
