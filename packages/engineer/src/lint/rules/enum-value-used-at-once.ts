/** In charge of the rule about enum values that are used before they are committed. */
import { joinName } from '../facts/names.ts';
import type { Fault, LintFile, LintRule } from '../rule.ts';
import { asNode, stringsOf, walkNodes } from '../sql/nodes.ts';
import type { LintStatement } from '../sql/statement.ts';

export const enumValueUsedAtOnce: LintRule = {
  name: 'enum-value-used-at-once',
  title: 'An enum value is used in the transaction that adds it',
  file: (file) => {
    const added = new Map<string, LintStatement[]>();
    const faults: Fault[] = [];
    for (const statement of file.statements) {
      const value = valueAdded(file, statement);
      if (value !== undefined) added.set(value, [...(added.get(value) ?? []), statement]);
      if (added.size === 0 || statement.context === 'function') continue;
      for (const used of constantsIn(statement)) {
        const adders = added.get(used) ?? [];
        added.delete(used);
        faults.push(...adders.map((adder) => fault(file, adder, used, statement)));
      }
    }
    return faults;
  },
};

/** The value that the statement adds to a type, unless the file made the type itself. */
function valueAdded(file: LintFile, statement: LintStatement): string | undefined {
  const altered = asNode(statement.tree, 'AlterEnumStmt');
  // PostgreSQL lets the values of a type be used that the transaction itself made.
  if (altered === undefined || altered.oldVal !== undefined) return undefined;
  const isOwn = file.facts.makes('type', typeName(file, statement), statement.order);
  return isOwn ? undefined : (altered.newVal ?? '');
}

function typeName(file: LintFile, { tree, order }: LintStatement): string {
  const parts = stringsOf(asNode(tree, 'AlterEnumStmt')?.typeName);
  return joinName(...(parts.length > 1 ? parts : [file.facts.defaultSchema(order), ...parts]));
}

function fault(file: LintFile, adder: LintStatement, value: string, use: LintStatement): Fault {
  const name = typeName(file, adder);
  return {
    level: 'error',
    object: name,
    message: `PostgreSQL refuses to use '${value}' before the transaction that adds it to ${name} has committed.`,
    detail: `It stands again in line ${file.source.locate(use.start).line}.`,
    hint: 'Add the value in one migration, and use it in the next.',
    offset: adder.start,
  };
}

/** Its texts, each once. */
function constantsIn({ kind, tree }: LintStatement): Set<string> {
  const constants = new Set<string>();
  // What is said about it in a comment is no use of it.
  if (['CommentStmt', 'AlterEnumStmt', 'DoStmt', 'CreateFunctionStmt'].includes(kind))
    return constants;
  walkNodes(tree, (each, fields) => {
    const text = (fields as { sval?: { sval?: string } }).sval?.sval;
    if (each === 'A_Const' && text !== undefined) constants.add(text);
  });
  return constants;
}
