/** In charge of whether a condition lets everything through, and whether one is weaker than another. */
import type { Node } from 'libpg-query';
import { isAlwaysTrue } from '../../audit/policies/evaluate-condition.ts';
import { conjunctsOf, shapeOf, unwrap } from '../../audit/policies/walk-tree.ts';
import { asNode } from '../sql/nodes.ts';
import { parseStatement } from '../sql/parse-statement.ts';

/** Nothing is taken for granted: neither what a function gives nor that a column is not null. */
const anyWorld = { call: () => null, required: [] };

/** True for `true`, `1 = 1` and whatever else holds for every row. */
export function holdsAlways(condition: Node | undefined | null): boolean {
  return isAlwaysTrue(condition ?? null, anyWorld);
}

/** The tree of an expression, as it stands in a file or as the catalog writes it. */
export function parseExpression(text: string | null): Node | null {
  if (text === null) return null;
  const select = asNode(parseStatement(`select ${text}`).tree, 'SelectStmt');
  return asNode(select?.targetList?.[0], 'ResTarget')?.val ?? null;
}

/** `unlike`: neither is known to imply the other. */
export type Comparison = 'same' | 'weaker' | 'stronger' | 'unlike';

/**
 * How a new condition stands to the old one, as far as their form tells: `a` is weaker than
 * `a and b`, `a or b` is weaker than `a`, and `true` is weaker than anything.
 *
 * @param older null where nothing was let through
 */
export function compareConditions(older: string | null, newer: string | null): Comparison {
  if (older === null || newer === null) {
    if (older === newer) return 'same';
    return older === null ? 'weaker' : 'stronger';
  }
  const [before, after] = [parseExpression(older), parseExpression(newer)];
  if (holdsAlways(after)) return holdsAlways(before) ? 'same' : 'weaker';
  if (holdsAlways(before)) return 'stronger';
  const [had, has] = [conjunctShapes(before), conjunctShapes(after)];
  const lost = had.filter((each) => !has.includes(each));
  const gained = has.filter((each) => !had.includes(each));
  if (lost.length === 0) return gained.length === 0 ? 'same' : 'stronger';
  if (gained.length === 0) return 'weaker';
  if (alternativeShapes(after).includes(shape(before))) return 'weaker';
  return alternativeShapes(before).includes(shape(after)) ? 'stronger' : 'unlike';
}

function conjunctShapes(node: Node | null): string[] {
  return conjunctsOf(node).map(shape);
}

function alternativeShapes(node: Node | null): string[] {
  const or = asNode(node ?? undefined, 'BoolExpr');
  return or?.boolop === 'OR_EXPR' ? (or.args ?? []).map(shape) : [];
}

/** Equal for what PostgreSQL writes back differently: casts, `(select f())`, a column's table. */
function shape(node: Node | null): string {
  return shapeOf(simplify(node));
}

function simplify(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplify);
  if (typeof value !== 'object' || value === null) return value;
  const plain = unwrap(value as Node);
  const column = asNode(plain, 'ColumnRef');
  if (column !== undefined) return { ColumnRef: column.fields?.at(-1) };
  return Object.fromEntries(Object.entries(plain).map(([key, inner]) => [key, simplify(inner)]));
}
