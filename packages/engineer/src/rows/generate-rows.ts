/** In charge of filling a copy with rows that satisfy every constraint, in groups that keep to themselves. */
import type pg from 'pg';
import { findCandidates } from './candidates/column-candidates.ts';
import { findHopeless } from './candidates/find-hopeless.ts';
import { fillTable } from './fill-table.ts';
import type { GeneratedRow, GeneratedRows, GeneratedTable, RowOptions } from './generated-rows.ts';
import { linkRows } from './link-rows.ts';
import { orderTables } from './order-tables.ts';
import { readTables } from './read-tables.ts';
import { refreshPlaces } from './refresh-places.ts';
import { seedRandom } from './seeded-random.ts';
import { sql } from './sql.generated.ts';
import { StoredRows, type StoredRow } from './stored-rows.ts';
import type { TableFacts } from './table-facts.ts';
import { textOf } from './text-of.ts';

/** A search that takes longer has too many combinations; another order may find one at once. */
const searchLimit = '3s';

/** The columns of a table that others refer to, and its primary key. */
function keptColumns(tables: readonly TableFacts[]): (table: TableFacts) => string[] {
  const referenced = new Map<string, Set<string>>();
  for (const { foreignKeys } of tables) {
    for (const { referencedId, referencedColumns } of foreignKeys) {
      const known = referenced.get(referencedId) ?? new Set();
      for (const name of referencedColumns) known.add(name);
      referenced.set(referencedId, known);
    }
  }
  return (table) => {
    const ids = [table.id, ...table.leaves.flatMap(({ id, between }) => [id, ...between])];
    const names = ids.flatMap((id) => [...(referenced.get(id) ?? [])]);
    return [...new Set([...table.primaryKey, ...names])];
  };
}

/**
 * Makes rows in every table of the schemas that are no system's, in the order of the foreign keys.
 * Foreign keys of a row in a group refer to rows of that group; only where a group can have no row in
 * a table, to another's. The first row of each group is an ordinary one, the next ones hit edges.
 *
 * Triggers fire; where they refuse every row, the rows are made with them off, and `problem` says so.
 *
 * @param client as a superuser on a throw-away server; in no transaction
 */
export async function generateRows(
  client: pg.ClientBase,
  options: RowOptions,
): Promise<GeneratedRows> {
  await client.query(
    `set search_path = ''; set statement_timeout = '${searchLimit}'; set jit = off;
     set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex';
     set extra_float_digits = 1; set client_min_messages = error; set row_security = off;
     set join_collapse_limit = 1; set from_collapse_limit = 1; set enable_hashjoin = off; set enable_mergejoin = off`,
  );
  try {
    await client.query(sql.tryStatement);
    await client.query(sql.tryValues);
    await client.query(sql.tryPlaces);
    return await fill(client, options);
  } finally {
    await client.query(
      'drop function if exists pg_temp.catb_try, pg_temp.catb_is_value, pg_temp.catb_places; reset all',
    );
  }
}

async function fill(client: pg.ClientBase, options: RowOptions): Promise<GeneratedRows> {
  const { tables, types, middle } = await readTables(client);
  const ordered = orderTables(tables);
  const most = options.groups * options.rowsPerGroup;
  const fresh = Math.min(Math.max(most * 2, 8), 60);
  await client.query('set statement_timeout = 0');
  const candidates = await findCandidates(client, ordered, types, { fresh, seed: options.seed });
  const hopeless = await findHopeless(client, ordered, candidates);
  await client.query(`set statement_timeout = '${searchLimit}'`);
  const stored = new StoredRows();
  const keptOf = keptColumns(tables);
  const done = new Set<string>();
  const random = seedRandom(options.seed);
  const problems = new Map<string, string>();
  for (const table of ordered) {
    const problem = await fillTable({
      ...{ client, table, rowsPerGroup: options.rowsPerGroup, groups: options.groups },
      stock: { candidates, hopeless, stored, isDone: (id) => done.has(id), random },
      kept: keptOf(table),
      fixed: (group, index, retry) => fixedValues(table, options, { group, index, retry }),
      retries: options.retries?.({ schema: table.schema, table: table.name }) ?? 0,
    });
    if (problem !== null) problems.set(table.id, problem);
    for (const id of [table.id, ...table.leaves.flatMap((leaf) => [leaf.id, ...leaf.between])])
      done.add(id);
    options.onProgress?.(done.size, ordered.length);
  }
  for (const [id, problem] of await linkRows(client, ordered, stored, keptOf))
    problems.set(id, problem);
  await refreshPlaces(client, ordered, stored);
  const report = (id: string, schema: string, name: string, table: TableFacts): GeneratedTable => ({
    schema,
    table: name,
    rows: stored.of(id).map((row) => toGeneratedRow(row, table)),
    problem: problems.get(id) ?? null,
  });
  return {
    tables: ordered.flatMap((table) => [
      report(table.id, table.schema, table.name, table),
      ...middle
        .filter(({ id }) => table.leaves.some(({ between }) => between.includes(id)))
        .map(({ id, schema, name }) => report(id, schema, name, table)),
      ...table.leaves.map(({ id, schema, name }) => report(id, schema, name, table)),
    ]),
  };
}

function toGeneratedRow(row: StoredRow, table: TableFacts): GeneratedRow {
  const key = table.primaryKey.map((name) => [name, row.values[name] ?? ''] as const);
  return {
    group: row.group,
    key: key.length === 0 ? null : Object.fromEntries(key),
    ctid: row.ctid,
  };
}

function fixedValues(
  table: TableFacts,
  options: RowOptions,
  { group, index, retry }: { group: number; index: number; retry: number },
): Map<string, string | null> {
  const fixed = new Map<string, string | null>();
  if (options.fix === undefined) return fixed;
  for (const { name, type, generated } of table.columns) {
    if (generated !== null) continue;
    const column = { schema: table.schema, table: table.name, column: name, type };
    const value = options.fix(column, group, index, retry);
    if (value !== undefined) fixed.set(name, textOf(value));
  }
  return fixed;
}
