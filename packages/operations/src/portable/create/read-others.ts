/** In charge of what a backup holds besides tables: where sequences stand, which views to refresh. */
import type pg from 'pg';
import type { Contents } from '../archive/contents.ts';
import { sql } from './sql.generated.ts';

/**
 * Where each sequence stands. Sequences follow no snapshot: read within it, one is never behind a row
 * that the snapshot holds.
 */
export async function readSequences(client: pg.Client): Promise<Contents['sequences']> {
  const { rows } = await client.query<{ name: string }>(sql.readSequences);
  const sequences: Contents['sequences'] = [];
  for (const { name } of rows) {
    const state = await client.query<{ last_value: string; is_called: boolean }>(
      `select last_value::text, is_called from ${name}`,
    );
    const [row] = state.rows;
    if (row === undefined) continue;
    sequences.push({ name, value: row.last_value, isCalled: row.is_called });
  }
  return sequences;
}

/** The materialized views that hold rows, in an order in which they can be refreshed. */
export async function readMaterializedViews(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(sql.readMaterializedViews);
  return rows.map(({ name }) => name);
}
