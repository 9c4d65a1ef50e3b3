/** In charge of telling the copy which of its rows are witnesses, and of reading them back. */
import pg from 'pg';
import type { RelationFacts } from '../catalog/facts.ts';
import { arrangeWitnesses, type Witness, type Witnesses } from './witness.ts';

/** A generated row: its tenant, and where it is or what its key is. */
export interface PlacedRow {
  group: number;
  key: Record<string, unknown> | null;
  ctid: string;
}

/** The rows of one table. */
export interface PlacedRows {
  schema: string;
  table: string;
  rows: readonly PlacedRow[];
}

/**
 * Registers rows in `catb_attempts.witnesses` and reads their values.
 *
 * @param client the superuser, whom no policy holds
 */
export async function registerWitnesses(
  client: pg.ClientBase,
  relations: Iterable<RelationFacts>,
  tables: readonly PlacedRows[],
): Promise<Witnesses> {
  const byName = new Map([...relations].map((each) => [`${each.schema}.${each.name}`, each]));
  const byOid = new Map([...byName.values()].map((each) => [each.oid, each]));
  for (const { schema, table, rows } of tables) {
    const relation = byName.get(`${schema}.${table}`);
    // The rows of a partitioned table stand under its partitions too, where their place is.
    if (relation === undefined || relation.kind === 'partitioned table') continue;
    for (const row of rows) await register(client, relation, row);
  }
  const { rows: filled } = await client.query<{ relation: string }>(
    'select distinct relation::text from catb_attempts.witnesses order by 1',
  );
  const witnesses: Witness[] = [];
  for (const { relation: oid } of filled) {
    const relation = byOid.get(oid);
    if (relation !== undefined) witnesses.push(...(await readBack(client, relation)));
  }
  return arrangeWitnesses(witnesses);
}

async function register(
  client: pg.ClientBase,
  relation: RelationFacts,
  row: PlacedRow,
): Promise<void> {
  await client.query(
    `insert into catb_attempts.witnesses (tenant, relation, place)
     select $1, t.tableoid, t.ctid from only ${nameRelation(relation)} as t
     where t.ctid = $2::pg_catalog.tid`,
    [row.group, row.ctid],
  );
}

async function readBack(client: pg.ClientBase, relation: RelationFacts): Promise<Witness[]> {
  const columns = relation.columns.map(({ name }) => name);
  // As the type writes it, which a cast to text does not always do: true is t.
  const texts = columns
    .map((name) => `t.${pg.escapeIdentifier(name)}`)
    .map((name) => `case when ${name} is not null then pg_catalog.format('%s', ${name}) end`)
    .join(', ');
  const { rows } = await client.query<{
    id: number;
    tenant: 0 | 1;
    place: string;
    texts: (string | null)[];
  }>(
    `select w.id, w.tenant, w.relation::text || ' ' || w.place::text as place,
         array[${texts}]::text[] as texts
     from catb_attempts.witnesses as w
     join only ${nameRelation(relation)} as t on t.ctid = w.place
     where w.relation = $1::pg_catalog.oid
     order by w.id`,
    [relation.oid],
  );
  return rows.map(({ id, tenant, place, texts: values }) => ({
    id,
    tenant,
    relation: relation.oid,
    place,
    values: new Map(columns.map((name, at) => [name, values[at] ?? null])),
  }));
}

/** Schema-qualified, with quotes always. */
export function nameRelation({ schema, name }: { schema: string; name: string }): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
}
