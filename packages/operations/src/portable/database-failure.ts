/** In charge of the errors of a backup or a restore that the database caused. */
import { CatbError, DatabaseError } from '@catb/database';
import { OperationsError, type OperationsErrorCode } from '../errors.ts';

/**
 * The error for what the driver threw. PostgreSQL's words can quote a row, so only its code is kept;
 * the rest stays in `cause`.
 *
 * @param doing a verb phrase, such as `copy public.messages`
 */
export function databaseFailure(
  code: OperationsErrorCode,
  doing: string,
  cause: unknown,
): OperationsError | CatbError {
  if (cause instanceof OperationsError || cause instanceof CatbError) return cause;
  if (cause instanceof DatabaseError) {
    return new OperationsError({
      code,
      message: `Could not ${doing}: the database refused it.`,
      details: describe(cause),
      hint:
        hints[cause.code ?? ''] ?? 'Look the SQLSTATE up in the server’s log, and run it again.',
      cause,
    });
  }
  return new OperationsError({
    code,
    message: `Could not ${doing}: the connection was lost.`,
    details: cause instanceof Error ? cause.message : undefined,
    hint: 'Run it again when the database can be reached.',
    cause,
  });
}

const hints: Readonly<Record<string, string>> = {
  '53100': 'The database has no disk space left: make room, and run it again.',
  '42501': 'Connect as the owner of the tables.',
  '55P03': 'Another session holds a lock on a table: wait for it, and run it again.',
};

function describe({ code, schema, table, column, constraint }: DatabaseError): string {
  const where = [table === undefined ? undefined : `${schema ?? ''}.${table}`, column, constraint];
  return [`SQLSTATE ${code ?? 'unknown'}`, ...where.filter(Boolean)].join(', ');
}
