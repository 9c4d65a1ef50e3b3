/** In charge of comparing what a query returns with what it must return. */
import type pg from 'pg';
import { expect } from 'vitest';

/** Expects exactly these rows, in this order. */
export async function rowsMustMatch(
  client: pg.Pool | pg.Client,
  query: string,
  rows: readonly Record<string, unknown>[],
  values: readonly unknown[] = [],
): Promise<void> {
  const result = await client.query(query, [...values]);
  expect(result.rows).toEqual(rows);
}
