/** In charge of foreign keys that had to wait: they are set when the rows they refer to exist. */
import pg from 'pg';
import { castText } from './candidates/cast-text.ts';
import type { StoredRow, StoredRows } from './stored-rows.ts';
import { readStored, returning, tryStatement } from './store-row.ts';
import { mayBeNull } from './order-tables.ts';
import type { ForeignKeyFacts, TableFacts } from './table-facts.ts';

const rowsTried = 5;

async function linkRow(
  client: pg.ClientBase,
  table: TableFacts,
  key: ForeignKeyFacts,
  row: StoredRow,
  referenced: readonly StoredRow[],
  kept: readonly string[],
): Promise<boolean> {
  const types = new Map(table.columns.map((column) => [column.name, column.type]));
  for (const other of referenced.slice(0, rowsTried)) {
    const set = key.columns.map((name, index) => {
      const text = other.values[key.referencedColumns[index] ?? ''] ?? null;
      return `${pg.escapeIdentifier(name)} = ${castText(text, types.get(name) ?? 'text')}`;
    });
    const outcome = await tryStatement(
      client,
      `update ${table.quoted} set ${set.join(', ')}
       where tableoid = ${row.holderId} and ctid = '${row.ctid}'
       returning ${returning(kept)}::pg_catalog.text`,
    );
    if (outcome.result === null) continue;
    Object.assign(row, readStored(outcome.result));
    return true;
  }
  return false;
}

/**
 * Sets what waited. A key that may be null stays null where nothing fits.
 *
 * @returns problems by table
 */
export async function linkRows(
  client: pg.ClientBase,
  tables: readonly TableFacts[],
  stored: StoredRows,
  keptOf: (table: TableFacts) => readonly string[],
): Promise<Map<string, string>> {
  const problems = new Map<string, string>();
  for (const table of tables) {
    for (const row of stored.of(table.id)) {
      for (const key of table.foreignKeys.filter(({ name }) => row.later.includes(name))) {
        const referenced = stored
          .referenced(key, row.group, Number.MAX_SAFE_INTEGER)
          .filter((other) => other !== row);
        const isLinked = await linkRow(client, table, key, row, referenced, keptOf(table));
        if (!isLinked && !mayBeNull(table, key)) {
          problems.set(table.id, `foreign key ${pg.escapeIdentifier(key.name)} could not be set`);
        }
      }
    }
  }
  return problems;
}
