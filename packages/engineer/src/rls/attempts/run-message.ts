/** In charge of sending many statements in one message and keeping what came before a failure. */
import pg from 'pg';

/** What came back. */
export interface MessageOutcome {
  /** The values of the column asked for, in order, also those before a failure. */
  values: string[];
  /** What ended it early; an empty SQLSTATE where the connection was lost. */
  error: { sqlstate: string; message: string } | undefined;
}

/** Sends it and gathers the values of the rows that have `column`. */
export async function runMessage(
  client: pg.Client,
  text: string,
  column: string,
): Promise<MessageOutcome> {
  const values: string[] = [];
  const error = await new Promise<Error | undefined>((resolve) => {
    const query = new pg.Query<Record<string, unknown>>(text);
    query.on('row', (row) => {
      const value = row[column];
      if (typeof value === 'string') values.push(value);
    });
    query.on('error', (failure) => resolve(failure));
    query.on('end', () => resolve(undefined));
    client.query(query);
  });
  if (error === undefined) return { values, error: undefined };
  const sqlstate = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  return { values, error: { sqlstate, message: error.message } };
}
