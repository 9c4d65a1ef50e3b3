/** In charge of what a name means at a place in SQL: a variable, an argument, a column. */
import type { RelationFacts } from '../catalog/facts.ts';
import { unknownValue, type Value } from './trail.ts';

/** Finds a table or view by its name. */
export type FindRelation = (schema: string | null, name: string) => RelationFacts | undefined;

/** Names in force at a place, with those of the query around it. */
export interface Scope {
  /** What `from` names: a relation, or the columns of a subquery. */
  sources: Map<string, RelationFacts | Map<string, Value>>;
  /** Arguments and variables; `$1` too. */
  variables: Map<string, Value>;
  outer: Scope | null;
}

/** A scope within another, or the first. */
export function openScope(outer: Scope | null, variables = new Map<string, Value>()): Scope {
  return { sources: new Map(), variables, outer };
}

/** Makes the lookup for a set of relations: without a schema, `public` comes first. */
export function relationFinder(relations: Iterable<RelationFacts>): FindRelation {
  const byName = new Map<string, RelationFacts[]>();
  for (const relation of relations) {
    byName.set(relation.name, [...(byName.get(relation.name) ?? []), relation]);
  }
  return (schema, name) => {
    const found = byName.get(name) ?? [];
    if (schema !== null) return found.find((relation) => relation.schema === schema);
    return found.find((relation) => relation.schema === 'public') ?? found[0];
  };
}

/** What a name of one, two or three parts means. */
export function resolveName(scope: Scope, parts: readonly string[]): Value {
  const [first, second] = parts.slice(-2) as [string, string | undefined];
  if (second === undefined) return resolvePlain(scope, first);
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const source = at.sources.get(first);
    if (source !== undefined) return columnOf(source, second) ?? unknownValue;
    const variable = at.variables.get(first);
    if (variable !== undefined) return variable;
  }
  // `function.argument`
  return findVariable(scope, second) ?? unknownValue;
}

function resolvePlain(scope: Scope, name: string): Value {
  const variable = findVariable(scope, name);
  if (variable !== undefined) return variable;
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    for (const [alias, source] of at.sources) {
      const column = columnOf(source, name);
      if (column !== undefined) return column;
      // `from f() as x` makes x the value itself.
      if (alias === name && source instanceof Map) return [...source.values()][0] ?? unknownValue;
    }
  }
  return unknownValue;
}

function findVariable(scope: Scope, name: string): Value | undefined {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const variable = at.variables.get(name);
    if (variable !== undefined) return variable;
  }
  return undefined;
}

function columnOf(source: RelationFacts | Map<string, Value>, column: string): Value | undefined {
  if (source instanceof Map) return source.get(column) ?? source.get('*');
  if (!source.columns.some(({ name }) => name === column)) return undefined;
  const place = { schema: source.schema, table: source.name, column };
  return { trails: [], columns: [place], literal: null };
}
