/** In charge of a small, connected sample of a database's rows: what a row refers to comes with it. */
import pg from 'pg';
import { withTarget } from '../../target/open-target.ts';
import type { FillableTable, ForeignKey, JsonRow, JsonRows } from './fillable.ts';

/** Of each table at first; what these refer to comes on top. */
const rowsPerTable = 100;
/** As far as references are followed. */
const mostRounds = 8;
/** Of one table, all told. */
const mostRows = 2_000;

async function readColumns(client: pg.ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select a.attname::text as name
     from pg_catalog.pg_attribute as a
     where a.attrelid = pg_catalog.to_regclass($1) and a.attnum > 0 and not a.attisdropped`,
    [table],
  );
  return rows.map(({ name }) => name);
}

function list(columns: readonly string[], prefix = ''): string {
  return columns.map((column) => prefix + pg.escapeIdentifier(column)).join(', ');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

class Sampler {
  readonly #client: pg.ClientBase;
  readonly #tables = new Map<string, FillableTable>();
  readonly rows: JsonRows = new Map();
  readonly #known = new Map<string, Set<string>>();

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  /** The first rows of each table that the source has too, over the columns that both have. */
  async begin(tables: readonly FillableTable[]): Promise<void> {
    for (const { name, columns, types, generated } of tables) {
      const there = await readColumns(this.#client, name);
      const kept = columns.filter((column) => there.includes(column));
      if (kept.length === 0) continue;
      const keptTypes = kept.map((column) => types[columns.indexOf(column)] ?? 'text');
      this.#tables.set(name, { name, columns: kept, types: keptTypes, generated });
      const { rows } = await this.#client.query<{ row: JsonRow }>(
        `select pg_catalog.to_jsonb(s) as row
         from (select ${list(kept)} from ${name} limit ${rowsPerTable}) as s`,
      );
      this.#add(name, rows);
    }
  }

  #add(table: string, rows: readonly { row: JsonRow }[]): number {
    const known = this.#known.get(table) ?? new Set<string>();
    this.#known.set(table, known);
    const fresh = rows.filter(({ row }) => !known.has(JSON.stringify(row)));
    for (const { row } of fresh) known.add(JSON.stringify(row));
    this.rows.set(table, [...(this.rows.get(table) ?? []), ...fresh.map(({ row }) => row)]);
    return fresh.length;
  }

  /** Fetches the rows that a key's rows refer to and that are not there yet; says how many. */
  async follow({ child, parent, childColumns, parentColumns }: ForeignKey): Promise<number> {
    const table = this.#tables.get(parent);
    const rows = this.rows.get(child);
    const there = this.rows.get(parent);
    if (table === undefined || rows === undefined || there === undefined) return 0;
    if (there.length >= mostRows) return 0;
    const keyOf = (row: JsonRow, columns: readonly string[]): string =>
      JSON.stringify(columns.map((column) => row[column] ?? null));
    const present = new Set(there.map((row) => keyOf(row, parentColumns)));
    const wanted = rows.filter(
      (row) =>
        childColumns.every((column) => row[column] != null) &&
        !present.has(keyOf(row, childColumns)),
    );
    if (wanted.length === 0) return 0;
    const typeOf = (column: string): string => table.types[table.columns.indexOf(column)] ?? 'text';
    const casts = parentColumns.map((column, index) => `k.c${index}::${typeOf(column)}`);
    const names = parentColumns.map((_, index) => `c${index}`);
    const arrays = parentColumns.map((_, index) => `$${index + 1}::text[]`);
    const found = await this.#client.query<{ row: JsonRow }>(
      `select pg_catalog.to_jsonb(s) as row
       from (
           select ${list(table.columns, 'p.')}
           from ${parent} as p
           where (${list(parentColumns, 'p.')}) in (
               select ${casts.join(', ')}
               from pg_catalog.unnest(${arrays.join(', ')}) as k (${names.join(', ')})
           )
           limit ${mostRows}
       ) as s`,
      childColumns.map((column) => wanted.map((row) => textOf(row[column]))),
    );
    return this.#add(parent, found.rows);
  }
}

/** Reads the sample, changing nothing. @throws what {@link withTarget} throws */
export async function readFromDatabase(
  url: string,
  tables: readonly FillableTable[],
  foreignKeys: readonly ForeignKey[],
): Promise<JsonRows> {
  return await withTarget(url, async ({ client }) => {
    const sampler = new Sampler(client);
    await sampler.begin(tables);
    for (let round = 0; round < mostRounds; round += 1) {
      let added = 0;
      for (const key of foreignKeys) added += await sampler.follow(key);
      if (added === 0) break;
    }
    return sampler.rows;
  });
}
