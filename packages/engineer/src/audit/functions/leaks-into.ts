/** In charge of whether the text of a variable becomes part of a text, unquoted. */
import type { FuncCall, Node, TypeName } from '@pgsql/types';
import { calledName, namesOf, operatorOf } from '../policies/walk-tree.ts';

const texts = /^(text|varchar|bpchar|name|json|jsonb|citext|unknown)$/;

/** Functions whose result holds their arguments' text. Others make something else of it. */
const passOn = new Set(
  (
    'concat concat_ws lower upper initcap btrim ltrim rtrim trim replace translate regexp_replace overlay ' +
    'substring substr left right lpad rpad repeat reverse array_to_string string_agg nullif split_part ' +
    'to_json to_jsonb'
  ).split(' '),
);

/** @param bent the variables that a caller can set to any text */
export function leaksInto(node: Node, bent: ReadonlySet<string>): boolean {
  const leaks = (one: Node | undefined) => one !== undefined && leaksInto(one, bent);
  if ('ColumnRef' in node) {
    return bent.has(namesOf(node.ColumnRef.fields).at(-1) ?? '');
  }
  // $1 names an argument that has no name.
  if ('ParamRef' in node) return bent.has('');
  if ('TypeCast' in node) return isText(node.TypeCast.typeName) && leaks(node.TypeCast.arg);
  if ('FuncCall' in node) return callLeaks(node.FuncCall, bent);
  if ('A_Expr' in node) {
    const { lexpr, rexpr, kind } = node.A_Expr;
    if (kind === 'AEXPR_NULLIF') return leaks(lexpr);
    if (operatorOf(node.A_Expr) === '||') return leaks(lexpr) || leaks(rexpr);
    return /^[-#]>>?$/.test(operatorOf(node.A_Expr)) && leaks(lexpr);
  }
  if ('CoalesceExpr' in node) return (node.CoalesceExpr.args ?? []).some(leaks);
  if ('A_ArrayExpr' in node) return (node.A_ArrayExpr.elements ?? []).some(leaks);
  if ('A_Indirection' in node) return leaks(node.A_Indirection.arg);
  if ('CaseExpr' in node) {
    const { args, defresult } = node.CaseExpr;
    return (
      leaks(defresult) ||
      (args ?? []).some((one) => 'CaseWhen' in one && leaks(one.CaseWhen.result))
    );
  }
  return false;
}

function isText(type: TypeName | undefined): boolean {
  return texts.test(namesOf(type?.names).at(-1) ?? '');
}

function callLeaks(call: FuncCall, bent: ReadonlySet<string>): boolean {
  const name = calledName(call).replace(/^pg_catalog\./, '');
  const args = call.args ?? [];
  if (name === 'format') return formatLeaks(args, bent);
  return passOn.has(name) && args.some((one) => leaksInto(one, bent));
}

/** `%I` and `%L` quote, `%s` does not. */
function formatLeaks([pattern, ...values]: readonly Node[], bent: ReadonlySet<string>): boolean {
  if (pattern === undefined) return false;
  if (leaksInto(pattern, bent)) return true;
  const text = literalOf(pattern);
  if (text === null) return values.some((one) => leaksInto(one, bent));
  let next = 0;
  for (const [, position, width, kind] of text.matchAll(/%(?:(\d+)\$)?-?(\*|\d+)?([sIL%])/g)) {
    if (kind === '%') continue;
    if (width === '*') next += 1;
    const index: number = position === undefined ? next : Number(position) - 1;
    next = index + 1;
    const value = values[index];
    if (kind === 's' && value !== undefined && leaksInto(value, bent)) return true;
  }
  return false;
}

/** The text of a literal, or of literals put together; null where a part is none. */
function literalOf(node: Node): string | null {
  if ('A_Const' in node) return node.A_Const.sval?.sval ?? null;
  if ('TypeCast' in node && node.TypeCast.arg) return literalOf(node.TypeCast.arg);
  if ('A_Expr' in node && operatorOf(node.A_Expr) === '||') {
    const { lexpr, rexpr } = node.A_Expr;
    const parts = [lexpr, rexpr].map((one) => (one === undefined ? null : literalOf(one)));
    return parts.includes(null) ? null : parts.join('');
  }
  return null;
}
