/** In charge of turning what the driver throws into an error that can be shown. */
import { DatabaseError } from 'pg';
import { CatbError } from '../errors.ts';
import { sqlErrors } from './sql-errors.ts';

/**
 * The error of catb for what `pg` threw. Messages of PostgreSQL's own are not passed on: they can
 * quote values. They stay in `cause`, for the log.
 *
 * @param doing What was being done, such as `begin a turn`; part of the message.
 */
export function toCatbError(error: unknown, doing: string): CatbError {
  if (error instanceof CatbError) return error;
  if (!(error instanceof DatabaseError) || error.code === undefined) {
    return unavailable(error, doing);
  }
  const own = sqlErrors[error.code];
  if (own !== undefined) {
    return new CatbError({
      ...own,
      message: error.message,
      details: error.detail === '' ? undefined : error.detail,
      hint: error.hint,
      cause: error,
    });
  }
  return ofPostgres(error, error.code, doing);
}

function ofPostgres(cause: DatabaseError, sqlstate: string, doing: string): CatbError {
  if (sqlstate === '22021' || sqlstate === '22P05') {
    return new CatbError({
      code: 'text_invalid',
      status: 400,
      message: 'The text has a character that can not be stored.',
      hint: 'Send valid UTF-8 without NUL characters.',
      cause,
    });
  }
  if (sqlstate.startsWith('08') || /^57P0[1-5]$/.test(sqlstate)) return unavailable(cause, doing);
  if (sqlstate === '53100') {
    return new CatbError({
      code: 'database_full',
      status: 503,
      message: `Could not ${doing}: the database has no disk space left.`,
      hint: 'Nothing was stored. Try again later; whoever runs the server has to make room.',
      cause,
    });
  }
  if (sqlstate.startsWith('53') || ['57014', '55P03', '40001', '40P01'].includes(sqlstate)) {
    return new CatbError({
      code: 'database_busy',
      status: 503,
      message: `Could not ${doing}: the database is busy.`,
      hint: 'Nothing was stored. Try again in a moment, with the same idempotency key.',
      cause,
    });
  }
  return new CatbError({
    code: 'database_refused',
    status: 500,
    message: `Could not ${doing}: the database refused the statement.`,
    hint: `Nothing was stored. Whoever runs the server finds the cause under SQLSTATE ${sqlstate}.`,
    cause,
  });
}

function unavailable(cause: unknown, doing: string): CatbError {
  return new CatbError({
    code: 'database_unavailable',
    status: 503,
    message: `Could not ${doing}: the database can not be reached right now.`,
    hint: 'Try again in a moment, with the same idempotency key; nothing is stored twice.',
    cause,
  });
}
