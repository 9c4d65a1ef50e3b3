/** In charge of the error that ends an import or an export, with what to do about it. */
import { DatabaseError } from 'pg';
import { toCatbError } from '../connection/to-catb-error.ts';
import { CatbError } from '../errors.ts';

/** Undefined table, schema, function, type: the migrations are not there, or not all of them. */
const notMigrated = /^(42P01|3F000|42883|42704|42703)$/;
const notAllowed = '42501';

/**
 * The error of catb for what the driver threw.
 *
 * @param doing a verb phrase, for the message: `import conversations`
 * @param hint what to do where the cause says nothing better
 */
export function toTransferError(error: unknown, doing: string, hint: string): CatbError {
  const { code, message, status } = toCatbError(error, doing);
  const sqlstate = error instanceof DatabaseError ? (error.code ?? '') : '';
  if (notMigrated.test(sqlstate)) {
    return new CatbError({
      code,
      status,
      message: `Could not ${doing}: the database does not have the tables of catb.`,
      hint: 'Apply the migrations first: catb migrate up',
      cause: error,
    });
  }
  if (sqlstate === notAllowed) {
    return new CatbError({
      code,
      status,
      message: `Could not ${doing}: this user may not.`,
      hint: 'Connect as the owner of the tables: the user that applied the migrations.',
      cause: error,
    });
  }
  return new CatbError({ code, status, message, hint, cause: error });
}
