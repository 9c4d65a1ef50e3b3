/** In charge of which relations were there before a migration: locks on its own new ones hold up nobody. */
import type pg from 'pg';
import { sql } from './sql.generated.ts';

/** A relation that is there before the migration. */
export interface Relation {
  oid: number;
  /** Quoted and schema-qualified. */
  name: string;
  /** As in `pg_class.relkind`. */
  kind: string;
  /** The table that it belongs to; itself for a table. */
  table: string;
  tableKind: string;
  partitionOf: string | null;
  filenode: number | null;
  /** The validated checks and foreign keys of a table. */
  constraints: string[];
}

interface RelationRow extends Omit<Relation, 'tableKind' | 'partitionOf'> {
  table_kind: string;
  partition_of: string | null;
}

/** Reads them all, by OID. */
export async function readRelations(client: pg.ClientBase): Promise<Map<number, Relation>> {
  const { rows } = await client.query<RelationRow>(sql.readRelations);
  return new Map(
    rows.map(({ table_kind: tableKind, partition_of: partitionOf, ...row }) => [
      row.oid,
      { ...row, tableKind, partitionOf },
    ]),
  );
}
