/** In charge of writing down a finished backup: calls `catb.record_backup`. */
import type { Database } from '../connection/pool.ts';
import { runStatement, type Statement } from '../connection/run-statement.ts';

/** A backup that is finished. */
export interface BackupRun {
  id: string;
  kind: 'portable';
  /** The moment that it is of, by the database's clock. */
  startedAt: Date;
  migrationVersion: string;
  rows: number;
  /** As it is stored. */
  bytes: number;
  /** The folder or bucket, without user, password or key. */
  location: string;
}

const statement: Statement = {
  name: 'record_backup',
  text: 'select catb.record_backup($1, $2, $3, $4, $5, $6, $7)',
  doing: 'record a backup',
};

/** Records it, as the owner of the tables. The same id again changes nothing. */
export async function recordBackup(database: Database, run: BackupRun): Promise<void> {
  await runStatement(database, statement, [
    run.id,
    run.kind,
    run.startedAt,
    run.migrationVersion,
    run.rows,
    run.bytes,
    run.location,
  ]);
}
