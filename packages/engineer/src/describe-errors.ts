/** In charge of what the reference says about the engineer's errors: `docs/reference/errors.md` is made from here. */
import type { EngineerErrorCode } from './errors.ts';

/** When each comes, and what to do about it. */
export const engineerErrorDescriptions: Readonly<
  Record<EngineerErrorCode, { meaning: string; remedy: string }>
> = {
  AUDIT_SCOPE_UNKNOWN: {
    meaning: 'An audit was asked for a schema or a role that the database does not have.',
    remedy: 'The message names it. Names are taken as they are, without quotes.',
  },
  CONDITION_NOT_UNDERSTOOD: {
    meaning: 'The condition of a policy has syntax that is newer than the parser.',
    remedy: 'Use a version of catb that knows the server’s PostgreSQL.',
  },
  ACCEPTED_FINDINGS_UNREADABLE: {
    meaning:
      'The file of accepted findings is missing, is no JSON, or has an entry that says too little.',
    remedy: 'The details name the entry: each has a rule, an object and a reason.',
  },
  TARGET_RIGHTS_MISSING: {
    meaning: 'The role that looks at a database may not see what the command has to know.',
    remedy: 'The message names the right; grant it, or connect as the owner.',
  },
  TARGET_LOCKED: {
    meaning: 'An object that has to be looked at stayed locked by another session.',
    remedy: '`catb inspect --activity` names who holds it; look again once he is done.',
  },
  SNAPSHOT_UNREADABLE: {
    meaning: 'The file to compare with is missing or is no snapshot of an inspection.',
    remedy: 'Write one with `catb inspect --snapshot <file>`.',
  },
  RELATION_UNKNOWN: {
    meaning: 'No table or view of this name, or no schema of this name, is in the database.',
    remedy: 'Write it as the database does, with its schema where the name alone is not clear.',
  },
  DIAGRAM_EMPTY: {
    meaning: 'There is no table to draw.',
    remedy: 'Name another schema, or another database.',
  },
  DOCS_OUT_OF_DATE: {
    meaning: 'A page of the reference differs from what the database says now.',
    remedy: 'Write the pages again, without `--check`.',
  },
  TARGET_TOO_OLD: {
    meaning: 'The database runs on a PostgreSQL older than 15.',
    remedy: 'Upgrade it; the engineer knows PostgreSQL 15 and newer.',
  },
  TARGET_NOT_READ_ONLY: {
    meaning: 'A pooler drops the settings with which the engineer makes a connection read only.',
    remedy: 'Connect to the database itself, or to the pooler in session mode.',
  },
  CHANGE_UNREADABLE: {
    meaning: 'The migration or the rollback that is to be proved is missing, or is no text.',
    remedy: 'Name a file, or a migration of the supabase folder by its version or file name.',
  },
  PROOF_BASE_UNKNOWN: {
    meaning: 'It is not clear which schema a migration is to be proved on.',
    remedy: 'The message names what is missing: a version of the folder, or a folder at all.',
  },
  ROWS_UNREADABLE: {
    meaning: 'The rows that a migration is to be proved with could not be read.',
    remedy:
      'Give the address of a database, or a file with one {"table", "row"} as JSON on each line.',
  },
  ACCESS_ROLE_UNKNOWN: {
    meaning: 'Access was to be tried as a role that does not exist or is a superuser.',
    remedy: 'Name one of the roles that the details list.',
  },
  ACCESS_SCHEMA_UNKNOWN: {
    meaning: 'Access was to be tried in a schema that does not exist or is empty.',
    remedy: 'Check its spelling, capitals included.',
  },
  ACCESS_IDENTITY_INVALID: {
    meaning: 'An identity could not be read, or names a column that does not exist.',
    remedy: 'Write it as the hint shows: `claim:sub=column public.users.id`.',
  },
  ACCESS_CONFIG_INVALID: {
    meaning: 'The file that says how access is tried is no JSON, or holds something unknown.',
    remedy: 'The message names the field; `docs/how-to/try-access.md` lists all of them.',
  },
  ACCESS_MATRIX_UNREADABLE: {
    meaning: 'The file with the accepted access matrix is not what `catb rls --accept` writes.',
    remedy:
      'Write it again with `catb rls --accept`, and look at the difference in version control.',
  },
  LINT_PATH_MISSING: {
    meaning: 'A file or folder that was to be checked is not there, or holds no .sql file.',
    remedy: 'Correct the path; a folder is searched for .sql files, not its subfolders.',
  },
  SQUAWK_UNAVAILABLE: {
    meaning: 'The binary of squawk, whose rules are part of the check, is not installed.',
    remedy: 'Install with optional packages, or leave squawk out with --no-squawk.',
  },
};
