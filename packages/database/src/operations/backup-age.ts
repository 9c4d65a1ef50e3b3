/** In charge of how old the backups are that the database knows of: calls `catb.backup_age`. */
import type { Database } from '../connection/pool.ts';
import { runForRow, type Statement } from '../connection/run-statement.ts';

/** Null where there is none. A proven backup is one that a drill has restored and found right. */
export interface BackupAge {
  lastBackupAt: Date | null;
  lastBackupSeconds: number | null;
  lastProvenBackupAt: Date | null;
  lastProvenBackupSeconds: number | null;
}

const statement: Statement = {
  name: 'backup_age',
  text: `select last_backup_at as "lastBackupAt", last_backup_seconds::float8 as "lastBackupSeconds",
    last_proven_backup_at as "lastProvenBackupAt",
    last_proven_backup_seconds::float8 as "lastProvenBackupSeconds"
    from catb.backup_age()`,
  doing: 'read how old the backups are',
};

/** Reads it; the server may. */
export async function backupAge(database: Database): Promise<BackupAge> {
  return await runForRow<BackupAge>(database, statement, []);
}
