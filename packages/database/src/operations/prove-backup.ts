/** In charge of writing down that a backup was restored and found right: calls `catb.prove_backup`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

const statement: Statement = {
  name: 'prove_backup',
  text: 'select catb.prove_backup($1) as "provenAt"',
  doing: 'record the proof of a backup',
};

/**
 * Records the proof, as the owner of the tables.
 *
 * @returns when, by the database's clock
 * @throws CatbError `backup_unknown`
 */
export async function proveBackup(database: Database, id: string): Promise<Date> {
  return (await runForRow<{ provenAt: Date }>(database, statement, [id])).provenAt;
}
