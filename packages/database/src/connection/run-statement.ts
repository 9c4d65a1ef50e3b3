/** In charge of running one statement: the only place where an operation meets the driver. */
import type { QueryResultRow } from 'pg';
import type { Database } from './pool.ts';
import { toCatbError } from './to-catb-error.ts';

/** A statement of an operation. */
export interface Statement {
  /** Its name once prepared: unique in the project. */
  name: string;
  text: string;
  /** What it does, as a verb phrase, for the message when it fails: `begin a turn`. */
  doing: string;
}

/**
 * Runs a statement and returns its rows.
 *
 * @throws CatbError as raised in SQL, or `database_…`.
 */
export async function runStatement<Row extends QueryResultRow>(
  database: Database,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const { name, text } = statement;
  try {
    const result = await database.pool.query<Row>(
      database.preparesStatements
        ? { name, text, values: [...values] }
        : { text, values: [...values] },
    );
    return result.rows;
  } catch (error) {
    throw toCatbError(error, statement.doing);
  }
}

/** Runs a statement that returns one row. */
export async function runForRow<Row extends QueryResultRow>(
  database: Database,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row> {
  const [row] = await runStatement<Row>(database, statement, values);
  if (row === undefined) {
    throw toCatbError(new Error('no row came back'), statement.doing);
  }
  return row;
}
