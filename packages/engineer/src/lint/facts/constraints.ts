/** In charge of constraints that a file adds, and of what they prove about a column. */
import type { Node } from 'libpg-query';
import { asNode, stringsOf, type NodeOf } from '../sql/nodes.ts';
import type { LintFile } from '../rule.ts';
import { parseExpression } from './conditions.ts';
import type { FileFacts } from './file-facts.ts';

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

/** True when a valid check says already what `set not null` would have to scan the table for. */
export function isKnownNotNull(file: LintFile, table: string, column: string): boolean {
  const relation = file.catalog?.relations.get(table);
  if (relation?.columns.some((each) => each.name === column && each.notNull) === true) return true;
  const checked = relation?.constraints.some(
    (each) =>
      each.kind === 'c' &&
      each.validated &&
      notNullColumn(parseExpression(each.expression)) === column,
  );
  return checked === true || [...file.earlier, file.facts].some(proves);

  function proves(facts: FileFacts): boolean {
    return facts.notNullChecks
      .of(table)
      .some((check) => check.column === column && (check.valid || isValidated(check.constraint)));
  }

  function isValidated(constraint: string): boolean {
    return [...file.earlier, file.facts].some((facts) =>
      facts.commands
        .of(table)
        .some((each) => each.subtype === 'AT_ValidateConstraint' && each.name === constraint),
    );
  }
}
