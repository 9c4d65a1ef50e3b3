/** In charge of constraints that a file adds, and of what they prove about a column. */
import type { Node } from 'libpg-query';
import { asNode, stringsOf, type NodeOf } from '../sql/nodes.ts';

/** A check that holds only for rows in which the column is not null. */
export interface NotNullCheck {
  table: string;
  constraint: string;
  column: string;
  /** False until it is validated, for one that was added `not valid`. */
  valid: boolean;
}

/** The column that an expression demands to be not null; undefined when it says something else. */
export function notNullColumn(expression: Node | undefined | null): string | undefined {
  const test = asNode(expression ?? undefined, 'NullTest');
  if (test?.nulltesttype !== 'IS_NOT_NULL') return undefined;
  return stringsOf(asNode(test.arg, 'ColumnRef')?.fields).at(-1);
}

/** The column that a constraint keeps from being null. */
export function columnKeptFromNull(
  constraint: NodeOf<'Constraint'> | undefined,
): string | undefined {
  if (constraint?.contype === 'CONSTR_NOTNULL') return stringsOf(constraint.keys)[0];
  return constraint?.contype === 'CONSTR_CHECK' ? notNullColumn(constraint.raw_expr) : undefined;
}
