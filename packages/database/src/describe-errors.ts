/**
 * In charge of what the reference says about errors that SQL does not describe itself: when each
 * comes, and what to do. `docs/reference/errors.md` is made from here.
 */
import type { CatbErrorCode } from './errors.ts';

/** A section of the reference. */
export interface ErrorDescription {
  /** When it comes. */
  meaning: string;
  /** What to do about it. */
  remedy: string;
  /** The HTTP status, where the API answers with it. */
  status?: number;
}

/** Codes in capitals are for operators; the five others come from any statement. */
type DescribedHere =
  | Exclude<CatbErrorCode, Lowercase<CatbErrorCode>>
  | 'text_invalid'
  | 'database_unavailable'
  | 'database_busy'
  | 'database_full'
  | 'database_refused';

/** Every code that the table `catb.error_codes` does not hold. */
export const errorDescriptions: Readonly<Record<DescribedHere, ErrorDescription>> = {
  EMBEDDED_UNSUPPORTED_PLATFORM: {
    meaning: 'There is no embedded PostgreSQL for this operating system and processor.',
    remedy: 'Set `DATABASE_URL` to a PostgreSQL 15 or newer.',
  },
  EMBEDDED_BAD_OPTIONS: {
    meaning: 'An option of the embedded PostgreSQL can not be used.',
    remedy: 'The message names the option and what it may be.',
  },
  EMBEDDED_FOLDER_UNUSABLE: {
    meaning: 'The data folder can not be made, read or written, or holds something else.',
    remedy: 'Give the folder to the user, or set `CATB_DATA_DIR` to another.',
  },
  EMBEDDED_FOLDER_OUT_OF_REACH: {
    meaning: 'Started by root, PostgreSQL runs as another user, who can not reach the data folder.',
    remedy: 'Move the folder to where every user may pass, or let them pass the folders above it.',
  },
  EMBEDDED_STATE_LOST: {
    meaning: 'The data folder holds a database, and the file with its password and port is gone.',
    remedy: 'Bring the file back from a backup; the message names it.',
  },
  EMBEDDED_DATA_FROM_OTHER_MAJOR: {
    meaning: 'The data folder was made by another major version of PostgreSQL.',
    remedy: 'Start that version, or export and import into a new folder.',
  },
  EMBEDDED_INIT_FAILED: {
    meaning: 'A new database could not be made in the data folder.',
    remedy: 'The details hold what `initdb` said.',
  },
  EMBEDDED_START_FAILED: {
    meaning: 'PostgreSQL did not start, or did not answer in time.',
    remedy: 'The details hold the end of its log.',
  },
  EMBEDDED_STOP_FAILED: {
    meaning: 'PostgreSQL did not stop in time.',
    remedy: 'The message names the process; see who is still connected.',
  },
  EMBEDDED_LOCKED: {
    meaning: 'Another process is starting or stopping the server of this data folder.',
    remedy: 'Try again in a moment.',
  },
  MIGRATION_CHANGED: {
    meaning: 'A migration that was applied reads otherwise now.',
    remedy: 'Bring the file back as it was, and write a new migration for the change.',
  },
  MIGRATION_NO_ROLLBACK: {
    meaning: 'A migration has no rollback, and its header does not say why.',
    remedy:
      'Write the file of the same name in `supabase/rollbacks`, or say why there is no way back.',
  },
  MIGRATION_IRREVERSIBLE: {
    meaning: 'A migration that says there is no way back would have to be rolled back.',
    remedy: 'Restore a backup from before it.',
  },
  MIGRATION_FAILED: {
    meaning: 'A statement of a migration failed; what the file did before was rolled back.',
    remedy: 'The details hold what PostgreSQL said, and where in the file.',
  },
  MIGRATION_LOCKED: {
    meaning: 'Another migrator was at work, or a lock was not to be had, for too long.',
    remedy: 'The details name who holds it. Try again later.',
  },
  MIGRATION_OUT_OF_ORDER: {
    meaning: 'A migration that is pending is older than one that was applied.',
    remedy: 'Give it a newer version, or apply it all the same with `--include-all`.',
  },
  MIGRATION_NOT_IN_FOLDER: {
    meaning: 'The database has a migration that is not in the folder.',
    remedy: 'Use the release that brought it, or add the file.',
  },
  MIGRATION_CONCURRENT_NOT_ALONE: {
    meaning: 'A file that builds an index concurrently has other statements too.',
    remedy: 'Put that statement in a file of its own.',
  },
  MIGRATION_DUPLICATE_VERSION: {
    meaning: 'Two migrations have the same version.',
    remedy: 'Rename one of the files that the message names.',
  },
  MIGRATION_EMPTY: {
    meaning: 'A migration or rollback has no statement.',
    remedy: 'Write it, or remove the file.',
  },
  MIGRATION_FOLDER_UNREADABLE: {
    meaning: 'The folder of the migrations, or a file in it, can not be read.',
    remedy: 'See the path and the rights in the details.',
  },
  MIGRATION_NAME_INVALID: {
    meaning: 'A name is not that of a migration: 14 digits, an underscore, small letters.',
    remedy: 'Rename it, or let `catb migrate new` name it.',
  },
  MIGRATION_ROLLBACK_MISPLACED: {
    meaning: 'A rollback lies among the migrations, where the Supabase CLI would run it upwards.',
    remedy: 'Move it to `supabase/rollbacks`, under the name of its migration.',
  },
  MIGRATION_TRANSACTION_CONTROL: {
    meaning: 'A migration begins or ends a transaction itself.',
    remedy: 'Leave that out: each file is one transaction already.',
  },
  DATABASE_UNREACHABLE: {
    meaning: 'The database can not be reached.',
    remedy: 'See the address, and whether the server runs; the details hold what was tried.',
  },
  MIGRATION_CONCURRENT_CONFLICT: {
    meaning: 'An index of the name to be built is there, and is another one.',
    remedy: 'Drop or rename it, or give the new one another name.',
  },
  MIGRATION_CONCURRENT_UNNAMED: {
    meaning: 'An index that is built concurrently has no name, so it could not be found again.',
    remedy: 'Name it.',
  },
  MIGRATION_POOLED_CONNECTION: {
    meaning: 'The address leads to a transaction pooler, where no lock can be held.',
    remedy: 'Give the direct address, or that of a session pooler.',
  },
  MIGRATION_VERSION_UNKNOWN: {
    meaning: 'There is no migration of the version asked for.',
    remedy: 'See `catb migrate status` for those there are.',
  },
  MIGRATION_OPTIONS_INVALID: {
    meaning: 'The options contradict each other, or one is out of its range.',
    remedy: 'The message says which.',
  },
  SETTINGS_INVALID: {
    meaning: 'A setting in the environment has a value that it can not have.',
    remedy: 'See [the settings](settings.md) for what each may be.',
  },
  DATABASE_ROLE_UNUSABLE: {
    meaning: 'The role `catb_server`, which the API connects as, can not be prepared.',
    remedy: 'Connect once as a user with CREATEROLE, or give the address of that role itself.',
  },
  EMBEDDED_NOT_RUNNING: {
    meaning: 'The embedded PostgreSQL of this data folder does not run.',
    remedy: 'Start it with `catb db start`.',
  },
  COMMAND_INVALID: {
    meaning:
      'A command was given that does not exist, or an option, value or file that can not be.',
    remedy: 'The message names it; [the command line](cli/README.md) has what there is.',
  },
  REPLAY_ADDRESS_INVALID: {
    meaning: 'The address to replay to is none of HTTP.',
    remedy: 'Give one such as `http://127.0.0.1:3000`.',
  },
  REPLAY_ADDRESS_REMOTE: {
    meaning: 'The address to replay to is not on this machine, and nobody said that it may be.',
    remedy: 'Say so with `--allow-remote`: conversations are sent there.',
  },
  REPLAY_SERVER_UNREACHABLE: {
    meaning: 'No API of catb answers at the address to replay to.',
    remedy: 'Start it with `catb start`, or give its address with `--url`.',
  },
  DEMO_PRESENT: {
    meaning: 'The database has a demo already.',
    remedy: 'Remove it first: `catb demo remove`.',
  },
  DEMO_AMONG_REAL_SESSIONS: {
    meaning:
      'The database has more than 100 sessions of people, and a demo would be counted with them.',
    remedy: "If that is meant, give the database's name: `--confirm <name>`.",
  },
  DEMO_SOURCE_EMPTY: {
    meaning: 'The file for a demo has no conversation with a message and an answer to it.',
    remedy: 'Give a file that `catb import` takes, or none.',
  },
  text_invalid: {
    status: 400,
    meaning: 'A text has a character that PostgreSQL can not store, such as NUL.',
    remedy: 'Send valid UTF-8 without NUL characters.',
  },
  database_unavailable: {
    status: 503,
    meaning: 'The database can not be reached, or went away.',
    remedy: 'Try again in a moment, with the same idempotency key; nothing is stored twice.',
  },
  database_busy: {
    status: 503,
    meaning: 'The database took too long, or has too much to do.',
    remedy: 'Nothing was stored. Try again in a moment, with the same idempotency key.',
  },
  database_full: {
    status: 503,
    meaning: 'The database has no disk space left.',
    remedy: 'Nothing was stored. Whoever runs the server has to make room.',
  },
  database_refused: {
    status: 500,
    meaning: 'The database refused a statement for a reason that no caller can mend.',
    remedy: 'Nothing was stored. The hint has the SQLSTATE by which the log tells the cause.',
  },
};
