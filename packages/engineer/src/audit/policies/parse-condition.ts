/** In charge of reading a condition as PostgreSQL's own parser does. */
import type { Node } from '@pgsql/types';
import { parseSync } from 'libpg-query';
import { EngineerError } from '../../errors.ts';

/**
 * The tree of an expression as `pg_get_expr` writes it.
 *
 * @param text null gives null
 * @param object what the expression belongs to, for the error
 * @throws EngineerError CONDITION_NOT_UNDERSTOOD for syntax that is newer than our parser
 */
export function parseCondition(text: string | null, object: string): Node | null {
  if (text === null) return null;
  try {
    const statement = parseSync(`select ${text}`).stmts?.[0]?.stmt;
    const select = statement && 'SelectStmt' in statement ? statement.SelectStmt : undefined;
    const target = select?.targetList?.[0];
    const value = target && 'ResTarget' in target ? target.ResTarget.val : undefined;
    if (value === undefined) throw new Error('It is no expression.');
    return value;
  } catch (cause) {
    throw new EngineerError({
      code: 'CONDITION_NOT_UNDERSTOOD',
      message: `The condition of ${object} could not be read.`,
      details: cause instanceof Error ? cause.message : String(cause),
      hint: 'The server may be newer than the parser of this version of catb, which knows PostgreSQL 18.',
      cause,
    });
  }
}
