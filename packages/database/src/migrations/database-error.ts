/** Turns what the driver throws into errors that name the file, the statement and the line. */
import pg from 'pg';
import { CatbError } from '../errors.ts';
import type { SqlScript } from './migration-file.ts';
import { lineOfOffset, type SqlStatement } from './split-statements.ts';

/** SQLSTATEs of https://www.postgresql.org/docs/current/errcodes-appendix.html that matter here. */
export const sqlState = {
  undefinedTable: '42P01',
  lockNotAvailable: '55P03',
  deadlockDetected: '40P01',
  unsafeNewEnumValue: '55P04',
} as const;

/** The SQLSTATE of an error that PostgreSQL answered with, else undefined. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** PostgreSQL counts characters; a string of ours counts UTF-16 units. */
function unitsOfCharacters(text: string, characters: number): number {
  return [...text].slice(0, characters).join('').length;
}

function lineOfError(script: SqlScript, statement: SqlStatement, error: pg.DatabaseError): number {
  const position = Number(error.position ?? 0);
  if (!(position > 0)) return statement.line;
  const offset = statement.offset + unitsOfCharacters(statement.text, position - 1);
  return lineOfOffset(script.sql, offset);
}

function hintFor(error: pg.DatabaseError): string | undefined {
  if (error.code !== sqlState.unsafeNewEnumValue) return error.hint;
  return 'Add the value in one migration and use it in the next.';
}

/** Where in a script something failed; no statement when it was the commit. */
export interface FailedAt {
  statement: SqlStatement;
  /** The statement's place in the file, counted from 1. */
  number: number;
}

/** Says which statement of which file failed, with all that PostgreSQL said about it. */
export function migrationFailed(
  script: SqlScript,
  at: FailedAt | undefined,
  cause: unknown,
): CatbError {
  const error = cause instanceof pg.DatabaseError ? cause : undefined;
  const said = cause instanceof Error ? cause.message : String(cause);
  const state = error?.code === undefined ? '' : ` (SQLSTATE ${error.code})`;
  let where = ' when it was committed';
  if (at !== undefined) {
    const line = error === undefined ? at.statement.line : lineOfError(script, at.statement, error);
    where = ` at line ${line}, statement ${at.number}`;
  }
  const details = [error?.detail, error?.where].filter((part) => part !== undefined);
  return new CatbError({
    code: 'MIGRATION_FAILED',
    message: `${script.place} failed${where}: ${said}${state}.`,
    details: details.length > 0 ? details.join('\n') : undefined,
    hint: error === undefined ? undefined : hintFor(error),
    cause,
  });
}
