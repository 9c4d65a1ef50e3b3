/** In charge of finding out, from policies, views and functions, what is compared with whom. */
import { loadModule } from 'libpg-query';
import type { RoutineFacts, SchemaFacts } from '../catalog/facts.ts';
import { openScope, relationFinder, type FindRelation } from './scope.ts';
import { traceExpression } from './trace-expression.ts';
import { traceRoutine } from './trace-routine.ts';
import { nameColumn, nameTrail, type Comparison, type Value } from './trail.ts';
import { statementsOf } from './tree.ts';

/** What is gathered while SQL is followed. */
export class Tracer {
  readonly find: FindRelation;
  readonly routines: readonly RoutineFacts[];
  /** Enums, domains and base types of the schema, the longest names first. */
  readonly scalarTypes: readonly string[];
  readonly comparisons: Comparison[] = [];
  /** Functions and policies that this parser could not read. */
  readonly unread = new Set<string>();
  /** Parsed plpgsql by OID. */
  readonly parsed = new Map<string, unknown>();
  /** What calls returned, by function and what was passed. */
  readonly results = new Map<string, Value>();
  depth = 0;

  constructor(facts: SchemaFacts) {
    this.find = relationFinder(facts.relations.values());
    this.routines = facts.routines;
    const types = [
      ...[...facts.relations.values()].flatMap(({ columns }) => columns.map(({ type }) => type)),
      ...facts.routines.flatMap(({ arguments: all }) =>
        all.filter(({ kind }) => kind !== 'c').map(({ type }) => type),
      ),
    ];
    this.scalarTypes = [...new Set(types.filter((type) => type.includes('.')))].sort(
      (a, b) => b.length - a.length,
    );
  }

  /** Notes that two values are compared. */
  compare(left: Value, right: Value): void {
    for (const [carried, stored] of [
      [left, right],
      [right, left],
    ] as const) {
      for (const trail of carried.trails) {
        // A whole setting of JSON is no identity; something in it is.
        if (trail.base !== 'setting' && trail.path.length === 0) continue;
        for (const column of stored.columns) this.comparisons.push({ trail, column });
      }
    }
  }
}

/** What was found. */
export interface TracedIdentity {
  /** Each once, sorted. */
  comparisons: Comparison[];
  unread: string[];
}

/** Follows every policy, view and function. */
export async function traceIdentity(facts: SchemaFacts): Promise<TracedIdentity> {
  await loadModule();
  const tracer = new Tracer(facts);
  for (const policy of facts.policies) {
    const table = tracer.find(policy.schema, policy.table);
    const scope = openScope(null);
    if (table !== undefined) scope.sources.set(table.name, table);
    for (const expression of [policy.using, policy.check]) {
      if (expression === null) continue;
      follow(tracer, `policy ${policy.name}`, () =>
        statementsOf(`select ${expression}`).map((each) => traceExpression(tracer, each, scope)),
      );
    }
  }
  for (const { definition, schema, name } of facts.relations.values()) {
    if (definition === null) continue;
    follow(tracer, `view ${schema}.${name}`, () =>
      statementsOf(definition).map((each) => traceExpression(tracer, each, openScope(null))),
    );
  }
  for (const routine of facts.routines) traceRoutine(tracer, routine, []);
  const unique = new Map(
    tracer.comparisons.map((each) => [`${nameTrail(each.trail)} ${nameColumn(each.column)}`, each]),
  );
  const comparisons = [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return { comparisons: comparisons.map(([, each]) => each), unread: [...tracer.unread].sort() };
}

function follow(tracer: Tracer, what: string, run: () => unknown): void {
  try {
    run();
  } catch {
    tracer.unread.add(what);
  }
}
