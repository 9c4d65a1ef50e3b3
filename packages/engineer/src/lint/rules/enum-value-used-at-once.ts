/** In charge of the rule about enum values that are used before they are committed. */
import { joinName } from '../facts/names.ts';
import type { LintRule } from '../rule.ts';
import { stringsOf, walkNodes } from '../sql/nodes.ts';
import type { LintStatement } from '../sql/statement.ts';

export const enumValueUsedAtOnce: LintRule = {
  name: 'enum-value-used-at-once',
  title: 'An enum value is used in the transaction that adds it',
  on: {
    AlterEnumStmt: ({ typeName, oldVal, newVal = '' }, { file, statement }) => {
      const parts = stringsOf(typeName);
      const schema = file.facts.defaultSchema(statement.order);
      const name = joinName(...(parts.length > 1 ? parts : [schema, ...parts]));
      // PostgreSQL lets the values of a type be used that the transaction itself made.
      if (oldVal !== undefined || file.facts.makes('type', name, statement.order)) return [];
      const use = file.statements.find(
        (each) =>
          each.order > statement.order && each.context !== 'function' && mentions(each, newVal),
      );
      if (use === undefined) return [];
      return [
        {
          level: 'error',
          object: name,
          message: `PostgreSQL refuses to use '${newVal}' before the transaction that adds it to ${name} has committed.`,
          detail: `It stands again in line ${file.source.locate(use.start).line}.`,
          hint: 'Add the value in one migration, and use it in the next.',
        },
      ];
    },
  },
};

function mentions(statement: LintStatement, value: string): boolean {
  // What is said about it in a comment is no use of it.
  if (['CommentStmt', 'AlterEnumStmt', 'DoStmt', 'CreateFunctionStmt'].includes(statement.kind))
    return false;
  let found = false;
  walkNodes(statement.tree, (kind, fields) => {
    const constant = fields as { sval?: { sval?: string } };
    if (kind === 'A_Const' && constant.sval?.sval === value) found = true;
  });
  return found;
}
