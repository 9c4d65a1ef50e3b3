/** In charge of what the reference says about the errors of operations: `docs/reference/errors.md` is made from here. */
import type { OperationsErrorCode } from './errors.ts';

/** When each comes, and what to do about it. */
export const operationsErrorDescriptions: Readonly<
  Record<OperationsErrorCode, { meaning: string; remedy: string }>
> = {
  BACKUP_PLACE_INVALID: {
    meaning:
      'The place for backups is no folder and no address of a bucket, or its keys are missing.',
    remedy:
      'Give a folder, or `s3://bucket/prefix` with `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` set.',
  },
  BACKUP_PLACE_UNUSABLE: {
    meaning:
      'The folder or bucket of backups refused, stalled or is full. What was begun is no backup.',
    remedy:
      'The details say what it answered. Make room or mend the access, and run the command again.',
  },
  BACKUP_NOT_FOUND: {
    meaning: 'No finished backup is in this place, or none of this name.',
    remedy: '`catb backup list` names those that are there. One that was interrupted is none.',
  },
  BACKUP_DAMAGED: {
    meaning: 'A file of a backup is missing, or is not what it was when it was written.',
    remedy: 'The message names the file. Restore from another backup, and look at the disk.',
  },
  BACKUP_TOO_NEW: {
    meaning: 'The backup was made by a newer catb, in a format that this one does not know.',
    remedy: 'Use that version of catb or a newer one.',
  },
  BACKUP_KEY_INVALID: {
    meaning: 'A recipient or an identity of age is not written as age writes them.',
    remedy: 'A recipient begins with `age1`; an identity file holds a line `AGE-SECRET-KEY-1…`.',
  },
  BACKUP_KEY_WRONG: {
    meaning:
      'The backup is encrypted, and the identity that was given does not open it, or none was given.',
    remedy:
      'Give `--identity` the file of one of the recipients that `catb backup list --json` names.',
  },
  BACKUP_ROWS_HIDDEN: {
    meaning:
      'Policies keep rows from the role that makes the backup, so that it would not be whole.',
    remedy: 'Connect as the owner of the tables, or as a role with BYPASSRLS.',
  },
  BACKUP_SCHEMA_UNKNOWN: {
    meaning: 'The database has no history of migrations that a schema could be made from again.',
    remedy:
      'Apply the migrations with catb or the Supabase CLI, which write down what they executed.',
  },
  BACKUP_SCHEMA_MOVED: {
    meaning: 'The database was migrated while the backup began, more than once.',
    remedy: 'Run it again when the migrations are done.',
  },
  BACKUP_FAILED: {
    meaning: 'The database could not be read to the end. What was begun is no backup.',
    remedy: 'The details have the SQLSTATE. Run it again.',
  },
  RESTORE_TARGET_NOT_EMPTY: {
    meaning: 'The database that is to be restored into has rows.',
    remedy: 'Restore into an empty one, or name it with `--overwrite` to have its rows replaced.',
  },
  RESTORE_TARGET_DIFFERS: {
    meaning: 'The database that is to be restored into has another schema than the backup.',
    remedy:
      'Restore into an empty database, or migrate this one to the version of the backup first.',
  },
  RESTORE_FAILED: {
    meaning: 'The database refused a part of the backup. Nothing of it was kept.',
    remedy: 'The message names the part, the details the SQLSTATE.',
  },
};
