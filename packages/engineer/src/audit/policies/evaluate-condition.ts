/**
 * In charge of what a condition comes to, whatever the row holds: PostgreSQL's three-valued logic
 * over values of which only some are known.
 */
import type { A_Const, A_Expr, BoolExpr, CaseExpr, FuncCall, Node, SubLink } from '@pgsql/types';
import { calledName, namesOf, operatorOf, shapeOf, soleValue } from './walk-tree.ts';

/** A known value, NULL, or one that could be anything: then two of the same `shape` are equal. */
export type Value =
  | { kind: 'known'; value: string | boolean }
  | { kind: 'null' }
  | { kind: 'any'; shape: string; canBeNull: boolean };

/** What is taken for granted. */
export interface World {
  /** What a function gives; null for what is not taken for granted. */
  call(name: string, call: FuncCall): Value | null;
  /** Columns that are never NULL. */
  required: readonly string[];
}

const yes: Value = { kind: 'known', value: true };
const no: Value = { kind: 'known', value: false };
const nothing: Value = { kind: 'null' };

/** True only where the condition lets every row through. */
export function isAlwaysTrue(condition: Node | null, world: World): boolean {
  if (condition === null) return false;
  const value = evaluate(condition, world);
  return value.kind === 'known' && value.value === true;
}

function evaluate(node: Node, world: World): Value {
  if ('A_Const' in node) return ofConstant(node.A_Const);
  if ('TypeCast' in node && node.TypeCast.arg) {
    const value = evaluate(node.TypeCast.arg, world);
    return namesOf(node.TypeCast.typeName?.names).at(-1) === 'bool' ? asTruth(value) : value;
  }
  if ('BoolExpr' in node) return ofConnective(node.BoolExpr, world);
  if ('A_Expr' in node) return ofOperator(node.A_Expr, world);
  if ('SubLink' in node) return ofSubquery(node.SubLink, world);
  if ('CoalesceExpr' in node) return firstThatIs(node.CoalesceExpr.args ?? [], node, world);
  if ('CaseExpr' in node) return ofCase(node.CaseExpr, node, world);
  if ('NullTest' in node && node.NullTest.arg) {
    const isNull = testNull(evaluate(node.NullTest.arg, world));
    return node.NullTest.nulltesttype === 'IS_NULL' ? isNull : negate(isNull);
  }
  if ('BooleanTest' in node && node.BooleanTest.arg) {
    return testTruth(
      node.BooleanTest.booltesttype ?? '',
      evaluate(node.BooleanTest.arg, world),
      node,
    );
  }
  if ('FuncCall' in node) return world.call(calledName(node.FuncCall), node.FuncCall) ?? any(node);
  if ('ColumnRef' in node) {
    const field = node.ColumnRef.fields?.at(-1);
    const name = field && 'String' in field ? field.String.sval : undefined;
    return any(node, name === undefined || !world.required.includes(name));
  }
  return any(node);
}

function any(node: Node, canBeNull = true): Value {
  return { kind: 'any', shape: shapeOf(node), canBeNull };
}

function ofConstant(constant: A_Const): Value {
  if (constant.isnull) return nothing;
  if (constant.boolval) return constant.boolval.boolval === true ? yes : no;
  if (constant.sval) return { kind: 'known', value: constant.sval.sval ?? '' };
  if (constant.ival) return { kind: 'known', value: String(constant.ival.ival ?? 0) };
  return { kind: 'known', value: constant.fval?.fval ?? '' };
}

/** A cast to boolean makes a truth of the word for one. */
function asTruth(value: Value): Value {
  if (value.kind !== 'known') return value;
  if (value.value === 'true' || value.value === 't') return yes;
  return value.value === 'false' || value.value === 'f' ? no : value;
}

function ofConnective({ boolop, args }: BoolExpr, world: World): Value {
  const values = (args ?? []).map((one) => evaluate(one, world));
  if (boolop === 'NOT_EXPR') return negate(values[0] ?? nothing);
  const decides = boolop === 'OR_EXPR';
  if (values.some((one) => one.kind === 'known' && one.value === decides))
    return decides ? yes : no;
  const open = values.find((one) => one.kind === 'any');
  if (open) return { kind: 'any', shape: shapeOf(values), canBeNull: true };
  if (values.some((one) => one.kind === 'null')) return nothing;
  return decides ? no : yes;
}

function negate(value: Value): Value {
  if (value.kind === 'known') return value.value === true ? no : yes;
  return value.kind === 'null' ? nothing : { ...value, shape: `not ${value.shape}` };
}

function testNull(value: Value): Value {
  if (value.kind === 'null') return yes;
  if (value.kind === 'known' || !value.canBeNull) return no;
  return { kind: 'any', shape: `null ${value.shape}`, canBeNull: false };
}

function testTruth(test: string, value: Value, node: Node): Value {
  if (value.kind === 'any') return any(node, false);
  const isNull = value.kind === 'null';
  const isTrue = value.kind === 'known' && value.value === true;
  const holds = test.endsWith('UNKNOWN')
    ? isNull
    : test.endsWith('TRUE')
      ? isTrue
      : !isTrue && !isNull;
  return holds === test.startsWith('IS_NOT_') ? no : yes;
}

function ofOperator(expression: A_Expr, world: World): Value {
  const node: Node = { A_Expr: expression };
  const { kind, lexpr, rexpr } = expression;
  if (!lexpr || !rexpr) return any(node);
  const left = evaluate(lexpr, world);
  if (kind === 'AEXPR_OP_ANY' || kind === 'AEXPR_IN') {
    const list = 'A_ArrayExpr' in rexpr ? (rexpr.A_ArrayExpr.elements ?? []) : [];
    if (left.kind === 'null') return nothing;
    const isIn = list.some((one) => isYes(equality(left, evaluate(one, world), node)));
    return isIn && operatorOf(expression) === '=' ? yes : any(node);
  }
  const right = evaluate(rexpr, world);
  if (kind === 'AEXPR_DISTINCT') return negate(sameness(left, right, node));
  if (kind === 'AEXPR_NOT_DISTINCT') return sameness(left, right, node);
  if (kind === 'AEXPR_NULLIF')
    return isYes(equality(left, right, node))
      ? nothing
      : left.kind === 'null'
        ? nothing
        : any(node);
  if (kind !== 'AEXPR_OP') return any(node);
  if (left.kind === 'null' || right.kind === 'null') return nothing;
  if (operatorOf(expression) === '=') return equality(left, right, node);
  return operatorOf(expression) === '<>' ? negate(equality(left, right, node)) : any(node);
}

function isYes(value: Value): boolean {
  return value.kind === 'known' && value.value === true;
}

function equality(left: Value, right: Value, node: Node): Value {
  if (left.kind === 'null' || right.kind === 'null') return nothing;
  if (left.kind === 'known' && right.kind === 'known') return left.value === right.value ? yes : no;
  return left.kind === 'any' && right.kind === 'any' && left.shape === right.shape
    ? yes
    : any(node);
}

/** Equality for which NULL is a value like others. */
function sameness(left: Value, right: Value, node: Node): Value {
  if (left.kind === 'null') return testNull(right);
  if (right.kind === 'null') return testNull(left);
  return equality(left, right, node);
}

function ofSubquery(link: SubLink, world: World): Value {
  const value = soleValue(link);
  return value === null ? any({ SubLink: link }) : evaluate(value, world);
}

function firstThatIs(args: readonly Node[], node: Node, world: World): Value {
  const values = args.map((one) => evaluate(one, world)).filter((one) => one.kind !== 'null');
  const [first, second] = values;
  if (first === undefined) return nothing;
  if (first.kind === 'known' || !first.canBeNull || second === undefined) return first;
  return any(node);
}

function ofCase({ arg, args, defresult }: CaseExpr, node: Node, world: World): Value {
  if (arg) return any(node);
  for (const one of args ?? []) {
    if (!('CaseWhen' in one) || !one.CaseWhen.expr || !one.CaseWhen.result) return any(node);
    const condition = evaluate(one.CaseWhen.expr, world);
    if (condition.kind === 'any') return any(node);
    if (isYes(condition)) return evaluate(one.CaseWhen.result, world);
  }
  return defresult ? evaluate(defresult, world) : nothing;
}
