/** In charge of the SQL that an `execute` makes, as far as it stands there. */
import type { Node } from 'libpg-query';
import { asNode, stringsOf } from './nodes.ts';
import { parseStatement } from './parse-statement.ts';
import { withoutTargets } from './plpgsql-statements.ts';

/** Stands for what is only known when it runs. Where a name is, no rule can say of what. */
export const unknownName = '(known at run time)';

const asIdentifier = `"${unknownName}"`;

/**
 * The text that is executed: constants as they are, `format`'s places and everything that is joined
 * to them as a name.
 *
 * @param expression what stands behind `execute`, its `into` and `using` too
 * @returns undefined when nothing of it is constant
 */
export function readDynamicSql(expression: string): string | undefined {
  const parsed = parseStatement(`select ${withoutUsing(withoutTargets(expression))}`);
  const target = asNode(asNode(parsed.tree, 'SelectStmt')?.targetList?.[0], 'ResTarget');
  const text = textOf(target?.val);
  return text === undefined || text.trim() === asIdentifier ? undefined : text;
}

/** `using` takes values, which change nothing about what the statement is. */
function withoutUsing(expression: string): string {
  return expression.replace(/\busing\b[^']*$/i, '');
}

function textOf(node: Node | undefined): string | undefined {
  const constant = asNode(node, 'A_Const');
  if (constant !== undefined) {
    const value = constant as { sval?: { sval?: string } };
    return value.sval === undefined ? asIdentifier : (value.sval.sval ?? '');
  }
  const joined = asNode(node, 'A_Expr');
  if (joined !== undefined && stringsOf(joined.name)[0] === '||') {
    return `${textOf(joined.lexpr) ?? asIdentifier}${textOf(joined.rexpr) ?? asIdentifier}`;
  }
  const call = asNode(node, 'FuncCall');
  if (call !== undefined && stringsOf(call.funcname).at(-1) === 'format') {
    return fillTemplate(textOf(call.args?.[0]));
  }
  return node === undefined ? undefined : asIdentifier;
}

function fillTemplate(template: string | undefined): string | undefined {
  return template
    ?.replace(/%(?:\d+\$)?-?\d*[Is]/g, asIdentifier)
    .replace(/%(?:\d+\$)?-?\d*L/g, `'${unknownName}'`)
    .replaceAll('%%', '%');
}
