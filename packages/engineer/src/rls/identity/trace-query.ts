/** In charge of following a query: what `from` names, what it compares, and what it returns. */
import type { RelationFacts } from '../catalog/facts.ts';
import { openScope, type Scope } from './scope.ts';
import { traceExpression } from './trace-expression.ts';
import type { Tracer } from './tracer.ts';
import { nameColumn, unite, unknownValue, type Value } from './trail.ts';
import { isTree, namesOf, nodesOf, openNode, textOf, type Tree } from './tree.ts';

/** The value that a query returns; its comparisons are noted in the tracer. */
export function traceQuery(tracer: Tracer, type: string, fields: Tree, outer: Scope): Value {
  const scope = openScope(outer);
  const before = tracer.comparisons.length;
  const withClause = fields['withClause'];
  if (isTree(withClause)) {
    for (const cte of nodesOf(withClause['ctes'])) {
      const [, named] = openNode(cte) ?? [];
      if (named !== undefined) {
        scope.sources.set(textOf(named, 'ctename') ?? '', derive(tracer, named['ctequery'], scope));
      }
    }
  }
  const target = addTarget(tracer, fields['relation'], scope);
  for (const item of [...nodesOf(fields['fromClause']), ...nodesOf(fields['usingClause'])]) {
    addSource(tracer, item, scope);
  }
  const returned = [...nodesOf(fields['targetList']), ...nodesOf(fields['returningList'])];
  const values = returned.map((item) => traceTarget(tracer, item, scope));
  if (type === 'InsertStmt') compareInserted(tracer, fields, target, scope);
  for (const part of ['whereClause', 'havingClause', 'onConflictClause', 'valuesLists']) {
    traceExpression(tracer, fields[part], scope);
  }
  for (const half of ['larg', 'rarg']) {
    if (isTree(fields[half])) values.push(traceQuery(tracer, 'SelectStmt', fields[half], outer));
  }
  return addCompared(tracer, unite(values), before);
}

/** `select id … where id = <claim>` returns the claim. */
function addCompared(tracer: Tracer, value: Value, before: number): Value {
  const columns = new Set(value.columns.map(nameColumn));
  const equal = tracer.comparisons
    .slice(before)
    .filter(({ column }) => columns.has(nameColumn(column)))
    .map(({ trail }) => trail);
  return unite([value, { ...unknownValue, trails: equal }]);
}

function traceTarget(tracer: Tracer, item: unknown, scope: Scope): Value {
  const [type, fields] = openNode(item) ?? [];
  return traceExpression(tracer, type === 'ResTarget' ? fields?.['val'] : item, scope);
}

/** The table that is written. */
function addTarget(tracer: Tracer, node: unknown, scope: Scope): RelationFacts | undefined {
  if (!isTree(node)) return undefined;
  const relation = tracer.find(textOf(node, 'schemaname'), textOf(node, 'relname') ?? '');
  if (relation !== undefined) scope.sources.set(aliasOf(node) ?? relation.name, relation);
  return relation;
}

/** What is inserted into a column is what the column is compared with later. */
function compareInserted(
  tracer: Tracer,
  fields: Tree,
  target: RelationFacts | undefined,
  scope: Scope,
): void {
  const [, select] = openNode(fields['selectStmt']) ?? [];
  if (target === undefined || select === undefined) return;
  const columns = nodesOf(fields['cols']).map((column) => {
    const [, named] = openNode(column) ?? [];
    return named === undefined ? '' : (textOf(named, 'name') ?? '');
  });
  const [, list] = openNode(nodesOf(select['valuesLists'])[0]) ?? [];
  const inserted = list === undefined ? nodesOf(select['targetList']) : nodesOf(list['items']);
  const inner = openScope(scope);
  for (const item of nodesOf(select['fromClause'])) addSource(tracer, item, inner);
  for (const [place, column] of columns.entries()) {
    const value = traceTarget(tracer, inserted[place], inner);
    const place_ = { schema: target.schema, table: target.name, column };
    tracer.compare(value, { ...unknownValue, columns: [place_] });
  }
  traceExpression(tracer, fields['selectStmt'], scope);
}

function addSource(tracer: Tracer, item: unknown, scope: Scope): void {
  const [type, fields] = openNode(item) ?? [];
  if (type === undefined || fields === undefined) return;
  if (type === 'RangeVar') {
    const name = textOf(fields, 'relname') ?? '';
    const alias = aliasOf(fields) ?? name;
    const derived = textOf(fields, 'schemaname') === null ? nearest(scope, name) : undefined;
    const relation = derived ?? tracer.find(textOf(fields, 'schemaname'), name);
    if (relation !== undefined) scope.sources.set(alias, relation);
  } else if (type === 'RangeSubselect') {
    scope.sources.set(aliasOf(fields) ?? '', derive(tracer, fields['subquery'], scope));
  } else if (type === 'RangeFunction') {
    const value = traceExpression(tracer, fields['functions'], scope);
    scope.sources.set(aliasOf(fields) ?? '', new Map([['*', value]]));
  } else if (type === 'JoinExpr') {
    addSource(tracer, fields['larg'], scope);
    addSource(tracer, fields['rarg'], scope);
    traceExpression(tracer, fields['quals'], scope);
  }
}

/** A `with` query of this name, which goes before a table. */
function nearest(scope: Scope, name: string): Map<string, Value> | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const source = at.sources.get(name);
    if (source instanceof Map) return source;
  }
  return undefined;
}

/** The columns of a subquery by their names. */
function derive(tracer: Tracer, query: unknown, scope: Scope): Map<string, Value> {
  traceExpression(tracer, query, scope);
  const [, fields] = openNode(query) ?? [];
  const inner = openScope(scope);
  for (const item of nodesOf(fields?.['fromClause'])) addSource(tracer, item, inner);
  const columns = new Map<string, Value>();
  for (const item of nodesOf(fields?.['targetList'])) {
    const [, target] = openNode(item) ?? [];
    if (target === undefined) continue;
    const [, column] = openNode(target['val']) ?? [];
    const name = textOf(target, 'name') ?? namesOf(column?.['fields']).at(-1);
    if (name !== undefined) columns.set(name, traceTarget(tracer, item, inner));
  }
  return columns;
}

function aliasOf(fields: Tree): string | null {
  return isTree(fields['alias']) ? textOf(fields['alias'], 'aliasname') : null;
}
