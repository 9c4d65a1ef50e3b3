/** In charge of making the schema of an archive in an empty database. */
import { splitStatements } from '@catb/database';
import type pg from 'pg';
import { databaseFailure } from '../database-failure.ts';

/** Runs `schema.sql`, in the transaction that is open. */
export async function applySchema(client: pg.Client, script: string): Promise<void> {
  for (const { text, line, empty } of splitStatements(script)) {
    if (empty) continue;
    await client.query(text).catch((error: unknown) => {
      throw databaseFailure('RESTORE_FAILED', `run line ${line} of schema.sql`, error);
    });
  }
}
