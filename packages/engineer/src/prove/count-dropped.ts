/** In charge of what data goes with the columns and tables that a rollback takes away. */
import type pg from 'pg';
import type { TableColumns } from './read-rows.ts';

async function count(client: pg.ClientBase, what: string, table: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select pg_catalog.count(${what})::integer as count from only ${table}`,
  );
  return rows[0]?.count ?? 0;
}

function rows(number: number): string {
  return number === 1 ? '1 row' : `${number} rows`;
}

/**
 * Counts the rows of tables and the values of columns that are there and were not before.
 *
 * @returns sentences such as `3 rows of public.photos`; nothing for what is empty
 */
export async function countDropped(
  client: pg.ClientBase,
  before: TableColumns,
  after: TableColumns,
): Promise<string[]> {
  const dropped: string[] = [];
  for (const [table, columns] of after) {
    const known = before.get(table);
    if (known === undefined) {
      const number = await count(client, '*', table);
      if (number > 0) dropped.push(`${rows(number)} of ${table}`);
      continue;
    }
    for (const column of columns.filter((each) => !known.includes(each))) {
      const number = await count(client, column, table);
      if (number > 0) dropped.push(`the column ${column} in ${rows(number)} of ${table}`);
    }
  }
  return dropped;
}
