/** In charge of where rows are when all is done: triggers of other tables may have changed them meanwhile. */
import pg from 'pg';
import type { StoredRows } from './stored-rows.ts';
import type { TableFacts } from './table-facts.ts';

interface Place {
  place: number;
  holderId: string;
  ctid: string;
}

/** Looks up each row of a table with a primary key once more. Rows that are gone keep their place. */
export async function refreshPlaces(
  client: pg.ClientBase,
  tables: readonly TableFacts[],
  stored: StoredRows,
): Promise<void> {
  for (const table of tables) {
    const rows = stored.of(table.id);
    if (table.primaryKey.length === 0 || rows.length === 0) continue;
    const types = new Map(table.columns.map((column) => [column.name, column.type]));
    const names = table.primaryKey.map(pg.escapeIdentifier);
    const lists = names.map((_, index) => `pg_catalog.unnest($${index + 1}::text[])`).join(', ');
    const same = table.primaryKey.map(
      (name, index) => `t.${names[index]} = cast(k.k${index} as ${types.get(name)})`,
    );
    const { rows: places } = await client.query<Place>(
      `select k.place::integer, t.tableoid::text as "holderId", t.ctid::text as ctid
       from rows from (${lists}) with ordinality as k (${names.map((_, index) => `k${index}`).join(', ')}, place)
       join ${table.quoted} as t on ${same.join(' and ')}`,
      table.primaryKey.map((name) => rows.map((row) => row.values[name] ?? null)),
    );
    for (const { place, holderId, ctid } of places)
      Object.assign(rows[place - 1] ?? {}, { holderId, ctid });
  }
}
