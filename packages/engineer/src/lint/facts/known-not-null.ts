/** In charge of what is known about a column by what the target has and the files before have done. */
import type { LintFile } from '../rule.ts';
import { parseExpression } from './conditions.ts';
import { notNullColumn } from './constraints.ts';
import type { FileFacts } from './file-facts.ts';

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
