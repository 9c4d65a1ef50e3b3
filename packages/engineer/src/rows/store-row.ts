/** In charge of storing one row, and of what PostgreSQL says to it. */
import pg from 'pg';
import { castText } from './candidates/cast-text.ts';
import type { RowPlan } from './row-plan.ts';
import type { Solution } from './solve-row.ts';
import type { TableFacts } from './table-facts.ts';

/** What came of a statement. */
export interface Outcome {
  /** What it returned; null when it failed, or when it returned no row. */
  result: string | null;
  /** The SQLSTATE of the failure. */
  state: string | null;
  message: string | null;
  constraint: string | null;
}

/** Where the row is, and the values that matter. */
export interface Stored {
  holderId: string;
  ctid: string;
  values: Record<string, string | null>;
}

/** Runs a statement that returns one text; a failure leaves nothing behind. */
export async function tryStatement(
  client: pg.ClientBase,
  statement: string,
  withoutTriggers = false,
): Promise<Outcome> {
  try {
    const { rows } = await client.query<Outcome>('select * from pg_temp.catb_try($1, $2)', [
      statement,
      withoutTriggers,
    ]);
    return rows[0] as Outcome;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const { code, message, constraint } = error;
    return { result: null, state: code ?? null, message, constraint: constraint ?? null };
  }
}

/** What a statement on the table returns so that {@link readStored} understands it. */
export function returning(columns: readonly string[]): string {
  const names = columns.map((name) => pg.escapeLiteral(name)).join(', ');
  const values = columns.map((name) => `${pg.escapeIdentifier(name)}::pg_catalog.text`).join(', ');
  return `pg_catalog.json_build_object('holderId', tableoid::pg_catalog.text, 'ctid', ctid::pg_catalog.text,
    'values', pg_catalog.json_object(array[${names}]::pg_catalog.text[], array[${values}]::pg_catalog.text[]))`;
}

/** Reads what {@link returning} gave. */
export function readStored(text: string): Stored {
  return JSON.parse(text) as Stored;
}

/** The statement that stores a row: found values, and the first choice where nothing was looked for. */
export function writeInsert(
  table: TableFacts,
  plan: RowPlan,
  solution: Solution,
  kept: readonly string[],
): string {
  const types = new Map(table.columns.map((column) => [column.name, column.type]));
  const values = new Map<string, string>();
  for (const source of plan.sources) {
    source.columns.forEach((name, index) => {
      const first = source.rows[0]?.[index];
      const found = solution.get(name);
      if (found !== undefined) values.set(name, castText(found, types.get(name) ?? 'text'));
      else if (first !== undefined) values.set(name, first);
    });
  }
  for (const { columns, from } of plan.copies) {
    columns.forEach((name, index) => {
      const copied = solution.get(name);
      const value =
        copied === undefined
          ? values.get(from[index] ?? '')
          : castText(copied, types.get(name) ?? 'text');
      if (value !== undefined) values.set(name, value);
    });
  }
  const result = `returning ${returning(kept)}::pg_catalog.text`;
  if (values.size === 0) return `insert into ${table.quoted} default values ${result}`;
  const names = [...values.keys()].map(pg.escapeIdentifier).join(', ');
  return `insert into ${table.quoted} (${names}) overriding system value
    values (${[...values.values()].join(', ')}) ${result}`;
}
