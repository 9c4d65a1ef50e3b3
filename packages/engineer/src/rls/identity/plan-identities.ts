/** In charge of deciding which column tells a tenant, for each claim, header or setting that is asked. */
import { EngineerError } from '../../errors.ts';
import type { RelationFacts, SchemaFacts } from '../catalog/facts.ts';
import type { IdentityOverride } from './identity-override.ts';
import { relationFinder } from './scope.ts';
import { nameColumn, nameTrail, type ColumnPlace, type Comparison, type Trail } from './trail.ts';

/** Who is who, by one carrier. */
export interface IdentityPlan {
  trail: Trail;
  /** `claim:sub` */
  name: string;
  /** The column that the tenants are read from; null where values were given. */
  anchor: ColumnPlace | null;
  /** Columns that are compared with it in the schema's SQL. */
  compared: ColumnPlace[];
  /** Columns that must hold the tenant's value: those compared and those they refer to. */
  holding: ColumnPlace[];
  /** Given from outside: the owner's and the stranger's. */
  given: readonly [string, string] | null;
}

/** Plans each carrier that was found or given. */
export function planIdentities(
  facts: SchemaFacts,
  comparisons: readonly Comparison[],
  overrides: readonly IdentityOverride[],
): IdentityPlan[] {
  const find = relationFinder(facts.relations.values());
  const byName = new Map<string, { trail: Trail; columns: ColumnPlace[] }>();
  for (const { trail, column } of comparisons) {
    const name = nameTrail(trail);
    const known = byName.get(name) ?? { trail, columns: [] };
    known.columns.push(column);
    // An array in one place is an array: a scalar would fit nowhere.
    if (trail.list) known.trail = trail;
    byName.set(name, known);
  }
  for (const { trail } of overrides) {
    const name = nameTrail(trail);
    if (!byName.has(name)) byName.set(name, { trail, columns: [] });
  }
  return [...byName.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { trail, columns }]) => {
      const override = overrides.find((each) => nameTrail(each.trail) === name);
      const tables = columns.filter((column) => isTable(find(column.schema, column.table)));
      const anchor = override?.column ?? mostReferred(facts, tables);
      if (override?.column)
        mustExist(find(override.column.schema, override.column.table), override);
      // A hash of who asks, or a part of it, is compared too, and is not the value itself.
      const kindOf = (column: ColumnPlace) => kindOfType(find(column.schema, column.table), column);
      const alike = tables.filter((column) => anchor !== null && kindOf(column) === kindOf(anchor));
      const holding = [...alike, ...(anchor === null ? [] : [anchor])].flatMap((column) =>
        chainOf(facts, column),
      );
      const unique = new Map(holding.map((column) => [nameColumn(column), column]));
      return {
        trail,
        name,
        anchor: override?.values === undefined ? anchor : null,
        compared: columns,
        holding: [...unique.values()],
        given: override?.values ?? null,
      };
    })
    .filter(({ anchor, given }) => anchor !== null || given !== null);
}

function isTable(relation: RelationFacts | undefined): boolean {
  return relation !== undefined && !['view', 'materialized view'].includes(relation.kind);
}

/** Types whose values are written alike. */
function kindOfType(relation: RelationFacts | undefined, { column }: ColumnPlace): string {
  const type = relation?.columns.find(({ name }) => name === column)?.type ?? '';
  if (/^(text|character|citext|.*\.citext|name$)/.test(type)) return 'text';
  return /^(smallint|integer|bigint|numeric)/.test(type) ? 'number' : type;
}

/** A column, and what it refers to, up to where nothing is referred to. */
export function chainOf(facts: SchemaFacts, column: ColumnPlace): ColumnPlace[] {
  const find = relationFinder(facts.relations.values());
  const chain: ColumnPlace[] = [];
  for (let at: ColumnPlace | undefined = column; at !== undefined;) {
    const here: ColumnPlace = at;
    if (chain.some((each) => nameColumn(each) === nameColumn(here))) break;
    chain.push(here);
    const link = find(here.schema, here.table)?.links.find(({ columns }) =>
      columns.includes(here.column),
    );
    const parent = link === undefined ? undefined : facts.relations.get(link.parent);
    const parentColumn = link?.parentColumns[link.columns.indexOf(here.column)];
    at =
      parent === undefined || parentColumn === undefined
        ? undefined
        : { schema: parent.schema, table: parent.name, column: parentColumn };
  }
  return chain;
}

/** The column at the end of most chains. */
function mostReferred(facts: SchemaFacts, columns: readonly ColumnPlace[]): ColumnPlace | null {
  const counts = new Map<string, { column: ColumnPlace; count: number }>();
  for (const column of columns) {
    const end = chainOf(facts, column).at(-1) ?? column;
    const counted = counts.get(nameColumn(end)) ?? { column: end, count: 0 };
    counted.count += 1;
    counts.set(nameColumn(end), counted);
  }
  const [first] = [...counts.values()].sort((a, b) => b.count - a.count);
  return first?.column ?? null;
}

function mustExist(relation: RelationFacts | undefined, { text, column }: IdentityOverride): void {
  if (relation?.columns.some(({ name }) => name === column?.column)) return;
  throw new EngineerError({
    code: 'ACCESS_IDENTITY_INVALID',
    message: `The identity "${text}" names a column that does not exist.`,
    hint: 'Write it as schema.table.column, such as claim:sub=column public.users.id.',
  });
}
