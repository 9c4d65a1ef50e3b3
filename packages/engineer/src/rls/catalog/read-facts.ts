/** In charge of reading from the catalog what access can be tried on. */
import type pg from 'pg';
import type { PolicyFacts, RelationFacts, RoleFacts, RoutineFacts, SchemaFacts } from './facts.ts';
import { sql } from './sql.generated.ts';

/** Reads all of it; `client` must see the whole catalog. */
export async function readFacts(client: pg.ClientBase): Promise<SchemaFacts> {
  // With an empty path PostgreSQL writes every name with its schema.
  await client.query(`begin; set local search_path = ''`);
  const relations = await client.query<RelationFacts>(sql.readRelations);
  const routines = await client.query<RoutineFacts>(sql.readRoutines);
  const policies = await client.query<PolicyFacts>(sql.readPolicies);
  const roles = await client.query<RoleFacts>(sql.readRoles);
  await client.query('commit');
  return {
    relations: new Map(relations.rows.map((relation) => [relation.oid, relation])),
    routines: routines.rows,
    policies: policies.rows,
    roles: roles.rows,
  };
}

/** The columns on which a role holds a right, where it does not hold it on the whole relation. */
export interface ColumnRights {
  /** Undefined where the right is held on the whole relation, or not at all. */
  of(role: string, relation: string, verb: 'select' | 'insert' | 'update'): string[] | undefined;
}

/** Reads the rights that are held on columns. */
export async function readColumnRights(
  client: pg.ClientBase,
  roles: readonly string[],
  relations: readonly string[],
): Promise<ColumnRights> {
  const { rows } = await client.query<{
    role: string;
    relation: string;
    verb: string;
    columns: string[];
  }>(sql.readColumnRights, [roles, relations]);
  const rights = new Map(
    rows.map((row) => [`${row.verb} ${row.relation} ${row.role}`, row.columns]),
  );
  return { of: (role, relation, verb) => rights.get(`${verb} ${relation} ${role}`) };
}
