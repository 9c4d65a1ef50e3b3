/** In charge of which columns say whose a row is, also in tables that no policy mentions. */
import type { RelationFacts, SchemaFacts } from '../catalog/facts.ts';
import type { IdentityPlan } from '../identity/plan-identities.ts';
import { nameColumn } from '../identity/trail.ts';

/** What is known of ownership. */
export interface Ownership {
  /** Columns by the OID of the relation. */
  columns: ReadonlyMap<string, readonly string[]>;
  /** Tables that the tenants themselves are rows of. */
  anchors: ReadonlySet<string>;
  /** The plan whose value a column holds, by `schema.table.column`. */
  planOf: ReadonlyMap<string, IdentityPlan>;
}

/**
 * Columns that are compared with who asks; where a table has none, one that refers to the tenants, or
 * one that is called as such a column is called elsewhere.
 */
export function findOwnership(facts: SchemaFacts, plans: readonly IdentityPlan[]): Ownership {
  const planOf = new Map<string, IdentityPlan>();
  const columns = new Map<string, string[]>();
  const anchors = new Set<string>();
  const named = new Map<string, IdentityPlan>();
  for (const plan of plans) {
    for (const column of plan.holding) {
      if (!planOf.has(nameColumn(column))) planOf.set(nameColumn(column), plan);
    }
    for (const { column } of plan.compared) if (column !== 'id') named.set(column, plan);
  }
  for (const relation of facts.relations.values()) {
    if (['view', 'materialized view', 'foreign table'].includes(relation.kind)) continue;
    const isAnchor = plans.some(
      ({ anchor }) => anchor?.schema === relation.schema && anchor.table === relation.name,
    );
    if (isAnchor) anchors.add(relation.oid);
    let own = relation.columns
      .map(({ name }) => name)
      .filter((name) => planOf.has(placeOf(relation, name)));
    if (own.length === 0) own = adoptColumn(facts, relation, planOf, named);
    if (own.length > 0) columns.set(relation.oid, own);
  }
  // A partition has no policy of its own that could say it; its parent's columns hold for it.
  for (const relation of facts.relations.values()) {
    const own = columns.get(relation.oid);
    if (own === undefined || relation.kind !== 'partitioned table') continue;
    for (const leaf of relation.leaves) columns.set(leaf, own);
  }
  return { columns, anchors, planOf };
}

function adoptColumn(
  facts: SchemaFacts,
  relation: RelationFacts,
  planOf: Map<string, IdentityPlan>,
  named: ReadonlyMap<string, IdentityPlan>,
): string[] {
  for (const link of relation.links) {
    const parent = facts.relations.get(link.parent);
    for (const [at, name] of link.columns.entries()) {
      const referred = parent && placeOf(parent, link.parentColumns[at] ?? '');
      const plan = referred === undefined ? undefined : planOf.get(referred);
      if (plan === undefined) continue;
      planOf.set(placeOf(relation, name), plan);
      return [name];
    }
  }
  const [column] = relation.columns.filter(({ name }) => named.has(name));
  const plan = column && named.get(column.name);
  if (column === undefined || plan === undefined) return [];
  planOf.set(placeOf(relation, column.name), plan);
  return [column.name];
}

function placeOf(relation: RelationFacts, column: string): string {
  return nameColumn({ schema: relation.schema, table: relation.name, column });
}
