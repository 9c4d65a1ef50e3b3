/** In charge of following an expression to the settings and columns that its value comes from. */
import type { Scope } from './scope.ts';
import { resolveName } from './scope.ts';
import { traceQuery } from './trace-query.ts';
import { callRoutine } from './trace-routine.ts';
import type { Tracer } from './tracer.ts';
import { trailOf, unite, unknownValue, type Value } from './trail.ts';
import { isTree, namesOf, nodesOf, openNode, textOf, type Tree } from './tree.ts';

const comparing = new Set(['=', '<>', '?', '?|', '?&', '@>', '<@', '&&', '~~', '~~*']);
const digging = new Set(['->', '->>', '#>', '#>>']);
const listing = /^jsonb?_array_elements(_text)?$|^string_to_table$|^unnest$|^string_to_array$/;
const extracting = /^jsonb?_extract_path(_text)?$/;

/** The value of an expression; comparisons in it are noted in the tracer. */
export function traceExpression(tracer: Tracer, node: unknown, scope: Scope): Value {
  if (Array.isArray(node)) return unite(node.map((each) => traceExpression(tracer, each, scope)));
  const opened = openNode(node);
  if (opened === undefined) return traceParts(tracer, node, scope);
  const [type, fields] = opened;
  switch (type) {
    case 'ColumnRef':
      return resolveName(scope, namesOf(fields['fields']));
    case 'ParamRef':
      return resolveName(scope, [`$${String(fields['number'])}`]);
    case 'A_Const':
      return constantOf(fields);
    case 'TypeCast':
      return traceExpression(tracer, fields['arg'], scope);
    case 'A_Expr':
      return traceOperator(tracer, fields, scope);
    case 'FuncCall':
      return traceCall(tracer, fields, scope);
    case 'SubLink':
      return traceSubquery(tracer, fields, scope);
    case 'NullTest':
    case 'BooleanTest':
      traceExpression(tracer, fields['arg'], scope);
      return unknownValue;
    case 'SelectStmt':
    case 'InsertStmt':
    case 'UpdateStmt':
    case 'DeleteStmt':
      return traceQuery(tracer, type, fields, scope);
    default:
      return traceParts(tracer, fields, scope);
  }
}

function traceParts(tracer: Tracer, node: unknown, scope: Scope): Value {
  if (!isTree(node)) return unknownValue;
  const parts = Object.values(node).filter((part) => typeof part === 'object');
  return unite(parts.map((part) => traceExpression(tracer, part, scope)));
}

function constantOf(fields: Tree): Value {
  const text = isTree(fields['sval']) ? textOf(fields['sval'], 'sval') : null;
  const number = isTree(fields['ival']) ? String(fields['ival']['ival'] ?? 0) : null;
  return { ...unknownValue, literal: text ?? number };
}

function traceOperator(tracer: Tracer, fields: Tree, scope: Scope): Value {
  const left = traceExpression(tracer, fields['lexpr'], scope);
  const right = traceExpression(tracer, fields['rexpr'], scope);
  const operator = namesOf(fields['name']).at(-1) ?? '';
  const kind = textOf(fields, 'kind') ?? 'AEXPR_OP';
  if (digging.has(operator)) return dig(left, right);
  if (kind === 'AEXPR_NULLIF') return left;
  if (comparing.has(operator) || kind === 'AEXPR_NOT_DISTINCT' || kind === 'AEXPR_DISTINCT') {
    const list = kind === 'AEXPR_OP_ANY' || operator.startsWith('?') || operator === '@>';
    tracer.compare(list ? asList(left) : left, list ? asList(right) : right);
    return unknownValue;
  }
  return unite([left, right]);
}

/** Only what came out of JSON by `->` can be an array: `->>` makes text of it. */
function asList(value: Value): Value {
  return {
    ...value,
    trails: value.trails.map((trail) => ({ ...trail, list: trail.path.length > 0 })),
  };
}

function dig(from: Value, by: Value): Value {
  const steps = by.literal?.replace(/^\{(.*)\}$/, '$1').split(',') ?? [];
  if (steps.length === 0) return unknownValue;
  const trails = from.trails.map((trail) => ({ ...trail, path: [...trail.path, ...steps] }));
  return { trails, columns: [], literal: null };
}

function traceCall(tracer: Tracer, fields: Tree, scope: Scope): Value {
  const names = namesOf(fields['funcname']);
  const name = names.at(-1) ?? '';
  const values = nodesOf(fields['args']).map((argument) => {
    const [type, named] = openNode(argument) ?? [];
    const value = type === 'NamedArgExpr' ? named?.['arg'] : argument;
    return { name: named && textOf(named, 'name'), value: traceExpression(tracer, value, scope) };
  });
  const [first, ...others] = values.map(({ value }) => value);
  if (name === 'current_setting' && first !== undefined) {
    const trail = first.literal === null ? undefined : trailOf(first.literal);
    return { ...unknownValue, trails: trail === undefined ? [] : [trail] };
  }
  if (extracting.test(name) && first !== undefined) return others.reduce(dig, first);
  const called = callRoutine(tracer, names, values);
  if (called !== undefined) return called;
  const all = unite(values.map(({ value }) => value));
  return listing.test(name) ? asList({ ...all, columns: [] }) : { ...all, literal: null };
}

function traceSubquery(tracer: Tracer, fields: Tree, scope: Scope): Value {
  const selected = traceExpression(tracer, fields['subselect'], scope);
  switch (textOf(fields, 'subLinkType')) {
    case 'EXPR_SUBLINK':
    case 'ARRAY_SUBLINK':
      return selected;
    case 'ANY_SUBLINK':
    case 'ALL_SUBLINK':
      tracer.compare(traceExpression(tracer, fields['testexpr'], scope), selected);
      return unknownValue;
    default:
      return unknownValue;
  }
}
