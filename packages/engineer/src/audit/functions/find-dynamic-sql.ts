/** In charge of where PL/pgSQL executes a text that an argument is a part of. */
import { parsePlPgSQLSync, parseSync } from 'libpg-query';
import type { Node } from '@pgsql/types';
import { findNodes, operatorOf } from '../policies/walk-tree.ts';
import { leaksInto } from './leaks-into.ts';
import type { FunctionSource } from './read-functions.ts';

/** A statement that is put together from an argument. */
export interface DynamicSql {
  /** Within the function's body, from 1. */
  line: number;
  /** The expression that is executed, as it was written. */
  expression: string;
}

/** The parts of PL/pgSQL's tree that are looked at. */
interface Expression {
  PLpgSQL_expr?: { query: string };
}
interface Tree {
  [name: string]: unknown;
}
type Found = [kind: string, node: Tree];

const executes = ['PLpgSQL_stmt_dynexecute', 'PLpgSQL_stmt_dynfors'];
const opens = ['PLpgSQL_stmt_return_query', 'PLpgSQL_stmt_open', 'PLpgSQL_stmt_forc'];

/**
 * The dynamic statements in a function that a caller can bend. Values are followed through
 * assignments and loops over arrays; an argument that is compared with a list or a pattern before
 * something is raised counts as checked.
 *
 * @param source of a PL/pgSQL function; what the parser can't read gives nothing
 */
export function findDynamicSql(source: FunctionSource): DynamicSql[] {
  if (source.definition === null || source.freeArguments.length === 0) return [];
  // Most functions execute nothing, and reading a whole one takes a millisecond.
  if (!/\bexecute\b/i.test(source.body)) return [];
  let tree: Found[];
  try {
    tree = everyObject(parsePlPgSQLSync(source.definition));
  } catch {
    // A type or a statement of a newer PL/pgSQL; PostgreSQL itself has accepted the function.
    return [];
  }
  const bent = followValues(tree, new Set(source.freeArguments));
  for (const name of checkedNames(tree)) bent.delete(name);
  return statementsOf(tree).flatMap(({ line, text }) => {
    const value = parseExpression(text);
    return value && leaksInto(value, bent) ? [{ line, expression: text }] : [];
  });
}

function statementsOf(tree: readonly Found[]): { line: number; text: string }[] {
  return tree.flatMap(([kind, node]) => {
    const expression = executes.includes(kind)
      ? (node['query'] as Expression | undefined)
      : opens.includes(kind)
        ? (node['dynquery'] as Expression | undefined)
        : undefined;
    const text = expression?.PLpgSQL_expr?.query;
    return text === undefined ? [] : [{ line: Number(node['lineno'] ?? 1), text }];
  });
}

/** The arguments, and every variable that text of theirs comes to. */
function followValues(tree: readonly Found[], bent: Set<string>): Set<string> {
  const variables = tree.filter(([kind]) => kind === 'PLpgSQL_var');
  const datums = tree.find(([kind]) => kind === 'PLpgSQL_function')?.[1]['datums'];
  const nameOf = (number: unknown) => {
    const datum = Array.isArray(datums) ? (datums[Number(number)] as Tree | undefined) : undefined;
    return (datum?.['PLpgSQL_var'] as Tree | undefined)?.['refname'] as string | undefined;
  };
  const moves = [
    ...variables.map(([, node]) => [node['refname'], textOf(node['default_val'])] as const),
    ...tree.flatMap(([kind, node]) => {
      if (kind === 'PLpgSQL_stmt_assign') {
        const text = textOf(node['expr']);
        const [target = '', value] = text?.split(/:?=(.*)/s) ?? [];
        return [[nameOf(node['varno']) ?? target.trim(), value] as const];
      }
      if (kind !== 'PLpgSQL_stmt_foreach_a') return [];
      return [[nameOf(node['varno']), textOf(node['expr'])] as const];
    }),
  ];
  for (let before = -1; before !== bent.size;) {
    before = bent.size;
    for (const [name, text] of moves) {
      const value = text === undefined ? null : parseExpression(text);
      if (typeof name === 'string' && value && leaksInto(value, bent)) bent.add(name);
    }
  }
  return bent;
}

/** What an IF with a RAISE or a RETURN in it compares with a list, a pattern or the catalog. */
function checkedNames(tree: readonly Found[]): string[] {
  return tree
    .filter(([kind, node]) => {
      const ends = /"PLpgSQL_stmt_(raise|return)"/.test(JSON.stringify(node['then_body'] ?? ''));
      return kind === 'PLpgSQL_stmt_if' && ends;
    })
    .flatMap(([, node]) => {
      const condition = parseExpression(textOf(node['cond']) ?? '');
      return findNodes(condition, 'A_Expr')
        .filter(
          (one) =>
            /^AEXPR_(IN|OP_ANY|OP_ALL)$/.test(one.kind ?? '') ||
            ['~', '!~', '~*', '!~*'].includes(operatorOf(one)),
        )
        .flatMap(({ lexpr }) => findNodes(lexpr, 'ColumnRef'))
        .flatMap(({ fields }) => {
          const last = fields?.at(-1);
          return last && 'String' in last && last.String.sval ? [last.String.sval] : [];
        });
    });
}

function textOf(expression: unknown): string | undefined {
  return (expression as Expression | undefined)?.PLpgSQL_expr?.query;
}

function parseExpression(text: string): Node | null {
  try {
    const statement = parseSync(`select ${text}`).stmts?.[0]?.stmt;
    const select = statement && 'SelectStmt' in statement ? statement.SelectStmt : undefined;
    const target = select?.targetList?.[0];
    return (target && 'ResTarget' in target && target.ResTarget.val) || null;
  } catch {
    return null;
  }
}

function everyObject(root: unknown): Found[] {
  if (Array.isArray(root)) return root.flatMap((one) => everyObject(one));
  if (typeof root !== 'object' || root === null) return [];
  return Object.entries(root).flatMap(([kind, node]): Found[] =>
    typeof node === 'object' && node !== null && !Array.isArray(node)
      ? [[kind, node as Tree], ...everyObject(node)]
      : everyObject(node),
  );
}
