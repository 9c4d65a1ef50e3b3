/** In charge of reading what the target says about the names that stand in the files. */
import type pg from 'pg';
import type { Target } from '../../target/open-target.ts';
import { sql } from '../catalog/sql.generated.ts';
import type {
  Catalog,
  CatalogColumn,
  CatalogConstraint,
  CatalogFunction,
  CatalogIndex,
  CatalogRelation,
  PolicyFacts,
} from './catalog.ts';

interface RelationRow {
  name: string;
  kind: string;
  rowSecurity: boolean;
  rows: number | null;
  bytes: number;
}

type OfRelation<Row> = Row & { relation: string };

/**
 * Reads in one read-only transaction.
 *
 * @param names without schemas: of tables, indexes, functions and types, as the files mention them
 * @throws pg.DatabaseError when the role may not read a part of the catalog
 */
export async function readCatalogFor(
  { client, major }: Target,
  names: readonly string[],
): Promise<Catalog> {
  await client.query('begin isolation level repeatable read read only');
  try {
    const path = await client.query<{ path: string[]; history: boolean }>(sql.searchPath);
    const { path: searchPath, history } = path.rows[0] ?? { path: [], history: false };
    await client.query("set local search_path = ''");
    const read = async <Row extends pg.QueryResultRow>(query: string) =>
      (await client.query<Row>(query, [names])).rows;
    const domains = await read<{ name: string }>(sql.checkedDomains);
    const functions = await read<CatalogFunction>(sql.functions);
    return {
      major,
      searchPath,
      relations: await readRelations(read),
      functions: new Map(functions.map((each) => [each.signature, each])),
      checkedDomains: new Set(domains.map((each) => each.name)),
      applied: history ? await readApplied(client) : new Set(),
    };
  } finally {
    await client.query('rollback');
  }
}

async function readRelations(
  read: <Row extends pg.QueryResultRow>(query: string) => Promise<Row[]>,
): Promise<Map<string, CatalogRelation>> {
  const relations = await read<RelationRow>(sql.relations);
  const columns = byRelation(await read<OfRelation<CatalogColumn>>(sql.columns));
  const constraints = byRelation(await read<OfRelation<CatalogConstraint>>(sql.constraints));
  const policies = byRelation(await read<OfRelation<PolicyFacts>>(sql.policies));
  const indexes = byRelation(await read<OfRelation<CatalogIndex>>(sql.indexes));
  return new Map(
    relations.map(({ name, kind, rowSecurity, rows, bytes }) => [
      name,
      {
        kind,
        rowSecurity,
        size: { rows, bytes },
        columns: columns.get(name) ?? [],
        constraints: constraints.get(name) ?? [],
        policies: policies.get(name) ?? [],
        indexes: indexes.get(name) ?? [],
      },
    ]),
  );
}

function byRelation<Row>(rows: OfRelation<Row>[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.relation, [...(groups.get(row.relation) ?? []), row]);
  return groups;
}

async function readApplied(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ version: string }>(sql.appliedVersions);
  return new Set(rows.map((row) => row.version));
}
