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
  // By the database's clock; one that was set back makes no backup younger than now.
  text: `select last_backup_at as "lastBackupAt",
    case when last_backup_at is not null then greatest(extract(epoch from now() - last_backup_at), 0)::float8 end as "lastBackupSeconds",
    last_proven_backup_at as "lastProvenBackupAt",
    case when last_proven_backup_at is not null then greatest(extract(epoch from now() - last_proven_backup_at), 0)::float8 end as "lastProvenBackupSeconds"
    from catb.backup_age()`,
  doing: 'read how old the backups are',
};

/** Reads it; the server may. */
export async function backupAge(database: Database): Promise<BackupAge> {
  return await runForRow<BackupAge>(database, statement, []);
}
