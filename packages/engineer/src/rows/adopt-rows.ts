/** In charge of rows that the schema made by itself, as a trigger makes a profile for each account. */
import type pg from 'pg';
import type { StoredRows } from './stored-rows.ts';
import { readStored, returning, type Stored } from './store-row.ts';
import type { TableFacts } from './table-facts.ts';

const most = 1000;

/** The group of the rows that a row refers to. */
function groupOf(table: TableFacts, stored: StoredRows, row: Stored): number | undefined {
  for (const key of table.foreignKeys) {
    if (key.referencedId === table.id) continue;
    const referenced = stored.of(key.referencedId).find((other) =>
      key.columns.every((name, index) => {
        const value = row.values[name];
        return value != null && value === other.values[key.referencedColumns[index] ?? ''];
      }),
    );
    if (referenced !== undefined) return referenced.group;
  }
  return undefined;
}

/**
 * Looks for rows that nobody here has made and that refer to rows of a group: they count as its rows.
 *
 * @returns how many there are
 */
export async function adoptRows(
  client: pg.ClientBase,
  table: TableFacts,
  stored: StoredRows,
  kept: readonly string[],
): Promise<number> {
  if (table.foreignKeys.length === 0) return 0;
  const known = new Set(stored.of(table.id).map((row) => `${row.holderId} ${row.ctid}`));
  const columns = new Set([...kept, ...table.foreignKeys.flatMap((key) => key.columns)]);
  const { rows } = await client.query<{ row: string }>(
    `select ${returning([...columns])}::pg_catalog.text as row from ${table.quoted} limit ${most}`,
  );
  let adopted = 0;
  for (const row of rows.map((each) => readStored(each.row))) {
    if (known.has(`${row.holderId} ${row.ctid}`)) continue;
    const group = groupOf(table, stored, row);
    if (group === undefined) continue;
    const between = table.leaves.find(({ id }) => id === row.holderId)?.between ?? [];
    stored.add([table.id, row.holderId, ...between], { ...row, group, later: [] });
    adopted += 1;
  }
  return adopted;
}
