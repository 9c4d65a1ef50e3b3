/** In charge of walking the trees that PostgreSQL's parser gives. */
import type { A_Expr, ColumnRef, FuncCall, Node, SQLValueFunction, SubLink } from '@pgsql/types';

/** The kinds of nodes that are looked for. */
interface Found {
  FuncCall: FuncCall;
  ColumnRef: ColumnRef;
  SubLink: SubLink;
  A_Expr: A_Expr;
  SQLValueFunction: SQLValueFunction;
}

/**
 * Every node of a kind below and at `root`.
 *
 * @param enter says whether to go below a node; all by default
 */
export function findNodes<Kind extends keyof Found>(
  root: unknown,
  kind: Kind,
  enter: (kind: string, node: object) => boolean = () => true,
): Found[Kind][] {
  const found: Found[Kind][] = [];
  visit(root);
  return found;

  function visit(value: unknown): void {
    if (Array.isArray(value)) {
      for (const one of value) visit(one);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        if (name === kind) found.push(inner as Found[Kind]);
        if (typeof inner !== 'object' || inner === null || enter(name, inner as object))
          visit(inner);
      }
    }
  }
}

/** The parts of a name, such as `['auth', 'uid']`. */
export function namesOf(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) =>
    'String' in node && node.String.sval !== undefined ? [node.String.sval] : [],
  );
}

/** The name of a called function as it was written, such as `auth.uid`. */
export function calledName(call: FuncCall): string {
  return namesOf(call.funcname).join('.');
}

/** The operator of an expression, such as `=`; without its schema. */
export function operatorOf(expression: A_Expr): string {
  return namesOf(expression.name).at(-1) ?? '';
}

/** A tree without the places where its parts were written: equal for equal expressions. */
export function shapeOf(node: unknown): string {
  return JSON.stringify(node, (key, value: unknown) =>
    /^(location|list_start|list_end|rexpr_list_start|rexpr_list_end)$/.test(key)
      ? undefined
      : value,
  );
}

/**
 * What is joined by AND at the top of a condition: the condition itself where nothing is.
 */
export function conjunctsOf(node: Node | null): Node[] {
  if (node === null) return [];
  if ('BoolExpr' in node && node.BoolExpr.boolop === 'AND_EXPR') {
    return (node.BoolExpr.args ?? []).flatMap((one) => conjunctsOf(one));
  }
  return [node];
}

/** An expression without the casts and the `(select …)` around it. */
export function unwrap(node: Node): Node {
  if ('TypeCast' in node && node.TypeCast.arg) return unwrap(node.TypeCast.arg);
  if ('RelabelType' in node && node.RelabelType.arg) return unwrap(node.RelabelType.arg);
  const inner = 'SubLink' in node ? soleValue(node.SubLink) : null;
  return inner === null ? node : unwrap(inner);
}

/** The value of `(select value)`: a subquery without tables and conditions. Null for any other. */
export function soleValue(link: SubLink): Node | null {
  const query = link.subselect;
  if (link.subLinkType !== 'EXPR_SUBLINK' || !query || !('SelectStmt' in query)) return null;
  const { targetList, fromClause, whereClause, op } = query.SelectStmt;
  if (fromClause?.length || whereClause || (op ?? 'SETOP_NONE') !== 'SETOP_NONE') return null;
  const [target] = targetList ?? [];
  return target && 'ResTarget' in target ? (target.ResTarget.val ?? null) : null;
}
