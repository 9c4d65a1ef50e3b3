/** In charge of putting real rows into the copy, as far as its constraints let them in. */
import pg from 'pg';
import type { FillableTable, ForeignKey, JsonRow, JsonRows } from './fillable.ts';

/** How a table fared. */
export interface StoredTable {
  table: string;
  stored: number;
  /** Rows that a constraint, or a row that is not there, kept out. */
  refused: number;
}

function insertInto({ name, columns }: FillableTable, given: ReadonlySet<string>): string {
  const list = columns
    .filter((column) => given.has(column))
    .map((column) => pg.escapeIdentifier(column))
    .join(', ');
  // Not a row of it says anything: it is made of the defaults, as many times.
  if (list === '') {
    return `insert into ${name} overriding system value
    select from pg_catalog.jsonb_array_elements($1::jsonb)`;
  }
  return `insert into ${name} (${list}) overriding system value
    select ${list} from pg_catalog.jsonb_populate_recordset(null::${name}, $1::jsonb)`;
}

async function insert(
  client: pg.ClientBase,
  table: FillableTable,
  rows: readonly JsonRow[],
): Promise<boolean> {
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  try {
    await client.query(insertInto(table, given), [JSON.stringify(rows)]);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return false;
    throw error;
  }
}

/** All at once, else in halves, down to the row that is refused. */
async function insertWhatFits(
  client: pg.ClientBase,
  table: FillableTable,
  rows: readonly JsonRow[],
): Promise<void> {
  if (rows.length === 0 || (await insert(client, table, rows)) || rows.length === 1) return;
  const middle = Math.ceil(rows.length / 2);
  await insertWhatFits(client, table, rows.slice(0, middle));
  await insertWhatFits(client, table, rows.slice(middle));
}

async function removeOrphans(client: pg.ClientBase, key: ForeignKey): Promise<number> {
  const column = (side: string, name: string): string => `${side}.${pg.escapeIdentifier(name)}`;
  const present = key.childColumns.map((name) => `${column('c', name)} is not null`);
  const same = key.childColumns.map(
    (name, index) => `${column('p', key.parentColumns[index] ?? name)} = ${column('c', name)}`,
  );
  const { rowCount } = await client.query(
    `delete from ${key.child} as c
     where ${present.join(' and ')}
         and not exists (select from ${key.parent} as p where ${same.join(' and ')})`,
  );
  return rowCount ?? 0;
}

async function count(client: pg.ClientBase, table: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select pg_catalog.count(*)::integer as count from ${table}`,
  );
  return rows[0]?.count ?? 0;
}

/**
 * Stores them with triggers and foreign keys off, then removes the rows whose parent is not there.
 *
 * @param client as a superuser on the copy
 */
export async function storeRealRows(
  client: pg.ClientBase,
  rows: JsonRows,
  tables: readonly FillableTable[],
  foreignKeys: readonly ForeignKey[],
): Promise<StoredTable[]> {
  await client.query('set session_replication_role = replica');
  const before = new Map<string, number>();
  for (const table of tables) {
    before.set(table.name, await count(client, table.name));
    await insertWhatFits(client, table, rows.get(table.name) ?? []);
  }
  for (let removed = 1; removed > 0;) {
    removed = 0;
    for (const key of foreignKeys) removed += await removeOrphans(client, key);
  }
  const stored: StoredTable[] = [];
  for (const { name } of tables) {
    const now = (await count(client, name)) - (before.get(name) ?? 0);
    stored.push({ table: name, stored: now, refused: (rows.get(name)?.length ?? 0) - now });
  }
  return stored;
}
