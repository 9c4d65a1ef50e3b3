/** In charge of rows for two tenants, in which each tenant's identity stands wherever policies look for it. */
import pg from 'pg';
import type { SchemaFacts } from '../catalog/facts.ts';
import type { IdentityPlan } from '../identity/plan-identities.ts';
import { relationFinder } from '../identity/scope.ts';
import type { TenantValue } from '../identity/tenant-settings.ts';
import { nameColumn, type ColumnPlace } from '../identity/trail.ts';
import { liveValue } from './live-values.ts';
import type { Ownership } from './own-columns.ts';
import { nameRelation, type PlacedRow, type PlacedRows } from './register-witnesses.ts';

/** The value that a column must have in a row, undefined where any will do. */
export type FixColumn = (
  column: { schema: string; table: string; column: string; type: string },
  group: number,
  index: number,
  retry: number,
) => unknown;

/** What rows must hold, and how often that may be eased for a table without any. */
export interface Fixing {
  fix: FixColumn;
  retries: (table: { schema: string; table: string }) => number;
}

/** Makes rows for groups 0 and 1 in every table; the groups share no row. */
export type MakeRows = (
  client: pg.ClientBase,
  fixing: Fixing | undefined,
) => Promise<readonly (PlacedRows & { problem: string | null })[]>;

/** An identity with its values. */
export interface KnownIdentity extends TenantValue {
  plan: IdentityPlan;
}

/** What is to be said of an object. */
export interface ObjectRemark {
  object: string;
  reason: string;
}

/** What was made. */
export interface MadeWitnesses {
  tables: readonly PlacedRows[];
  identities: KnownIdentity[];
  /** Tables without rows, and why. */
  problems: ObjectRemark[];
  /** Tables whose rows are not all that they should be, and why. */
  remarks: ObjectRemark[];
}

/**
 * Makes the rows twice: first as they come, to learn which identities the tenants have, since those
 * fulfil every constraint; then with these identities in every column that is compared with them.
 */
export async function makeWitnesses(
  client: pg.ClientBase,
  facts: SchemaFacts,
  plans: readonly IdentityPlan[],
  ownership: Ownership,
  make: MakeRows,
): Promise<MadeWitnesses> {
  const natural = await make(client, undefined);
  const identities: KnownIdentity[] = [];
  for (const plan of plans) {
    const known = await readValues(client, facts, plan, natural);
    if (known !== undefined) identities.push(known);
  }
  await emptyTables(client, facts);

  const hopeless = new Set(natural.filter(isEmpty).map(nameOf));
  const tables = await make(client, {
    fix: fixTo(facts, ownership, identities),
    retries: (table) => (hopeless.has(nameOf(table)) ? 0 : 2),
  });
  const remark = (some: typeof tables) => remarksOn(facts, some);
  const problems = remark(tables.filter(isEmpty));
  const remarks = remark(tables.filter((table) => !isEmpty(table)));
  return { tables, identities, problems, remarks };
}

async function emptyTables(client: pg.ClientBase, facts: SchemaFacts): Promise<void> {
  const tables = [...facts.relations.values()].filter(
    ({ kind }) => kind === 'table' || kind === 'partitioned table',
  );
  if (tables.length === 0) return;
  // A trigger may keep a table from ever being emptied. One message is one transaction.
  await client.query(
    `set local session_replication_role = replica;
     truncate ${tables.map(nameRelation).join(', ')} cascade`,
  );
}

/** Whether a tenant has no row in it. */
function isEmpty({ rows }: PlacedRows): boolean {
  return ![0, 1].every((tenant) => rows.some(({ group }) => group === tenant));
}

function remarksOn(
  facts: SchemaFacts,
  tables: readonly (PlacedRows & { problem: string | null })[],
): ObjectRemark[] {
  const find = relationFinder(facts.relations.values());
  return tables.flatMap(({ schema, table, problem }) => {
    const object = find(schema, table)?.object;
    return problem === null || object === undefined ? [] : [{ object, reason: problem }];
  });
}

function nameOf({ schema, table }: { schema: string; table: string }): string {
  return `${schema}.${table}`;
}

/** A tenant whose rows a table refuses gets rows that may be out of force, then rows without identity. */
function fixTo(
  facts: SchemaFacts,
  ownership: Ownership,
  identities: readonly KnownIdentity[],
): FixColumn {
  const find = relationFinder(facts.relations.values());
  return (column, group, index, retry) => {
    if (retry > 1 || (group !== 0 && group !== 1)) return undefined;
    const known = find(column.schema, column.table)?.columns.find(
      ({ name }) => name === column.column,
    );
    const plan = ownership.planOf.get(nameColumn(column));
    const identity = identities.find((each) => each.plan.name === plan?.name);
    if (identity === undefined) return known && retry === 0 ? liveValue(known) : undefined;
    return known?.unique && index > 0 ? undefined : identity.values[group];
  };
}

async function readValues(
  client: pg.ClientBase,
  facts: SchemaFacts,
  plan: IdentityPlan,
  tables: readonly PlacedRows[],
): Promise<KnownIdentity | undefined> {
  const find = relationFinder(facts.relations.values());
  if (plan.given !== null) {
    return { plan, trail: plan.trail, values: plan.given, isNumber: false };
  }
  // The column that tells the tenants, or the next that has rows to read them from.
  for (const place of [...(plan.anchor === null ? [] : [plan.anchor]), ...plan.holding]) {
    const rows = tables.find(
      (each) => each.schema === place.schema && each.table === place.table,
    )?.rows;
    const owner = await readValue(
      client,
      place,
      rows?.find(({ group }) => group === 0),
    );
    const stranger = await readValue(
      client,
      place,
      rows?.find(({ group }) => group === 1),
    );
    if (owner === null || stranger === null || owner === stranger) continue;
    const type = find(place.schema, place.table)?.columns.find(
      ({ name }) => name === place.column,
    )?.type;
    const isNumber = /^(smallint|integer|bigint|numeric)/.test(type ?? '');
    return {
      plan: { ...plan, anchor: place },
      trail: plan.trail,
      values: [owner, stranger],
      isNumber,
    };
  }
  return undefined;
}

async function readValue(
  client: pg.ClientBase,
  place: ColumnPlace,
  row: PlacedRow | undefined,
): Promise<string | null> {
  if (row === undefined) return null;
  const key = Object.entries(row.key ?? {});
  const where =
    key.length > 0
      ? key.map(([name], at) => `t.${pg.escapeIdentifier(name)} = $${at + 1}`).join(' and ')
      : 't.ctid = $1::pg_catalog.tid';
  const { rows } = await client.query<{ value: string | null }>(
    `select t.${pg.escapeIdentifier(place.column)}::text as value
     from ${nameRelation({ schema: place.schema, name: place.table })} as t where ${where} limit 1`,
    key.length > 0 ? key.map(([, value]) => value) : [row.ctid],
  );
  return rows[0]?.value ?? null;
}
