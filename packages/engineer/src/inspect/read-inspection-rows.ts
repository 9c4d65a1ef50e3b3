/** In charge of reading the catalog: one query for each kind of object, all in one snapshot. */
import type pg from 'pg';
import type { Grant } from './grant.ts';
import type {
  ExtensionInspection,
  FunctionInspection,
  PublicationInspection,
  RoleInspection,
  SchemaInspection,
  SequenceInspection,
  TypeInspection,
} from './inspection.ts';
import type {
  CheckInspection,
  ColumnInspection,
  IndexInspection,
  PolicyInspection,
  RelationMeasures,
  TableInspection,
  TriggerInspection,
  ViewInspection,
} from './relation-inspection.ts';
import { sql } from './sql.generated.ts';

/** Of which relation a row is, by OID. */
type Of<Row> = Row & { relation: number };

export interface RelationRow
  extends
    Omit<RelationMeasures, 'totalBytes'>,
    Pick<
      TableInspection,
      | 'schema'
      | 'name'
      | 'owner'
      | 'comment'
      | 'extension'
      | 'persistence'
      | 'options'
      | 'replicaIdentity'
      | 'partitionKey'
    > {
  oid: number;
  kind: TableInspection['kind'] | ViewInspection['kind'];
  rlsEnabled: boolean;
  rlsForced: boolean;
  partitionBound: string | null;
  parents: number[] | null;
  definition: string | null;
  isPopulated: boolean;
  /** Whether this role may see the statistics of its columns. */
  showsStatistics: boolean;
}

export type ColumnRow = Of<
  Omit<ColumnInspection, 'nullable' | 'grants'> & {
    notNull: boolean;
    grants: { role: string; privilege: string }[];
  }
>;

export type ConstraintRow = Of<{
  name: string;
  kind: 'primary key' | 'unique' | 'foreign key' | CheckInspection['kind'];
  columns: string[];
  definition: string;
  validated: boolean;
  deferrable: boolean;
  refersTo: number | null;
  refersToColumns: string[] | null;
  onUpdate: string;
  onDelete: string;
  comment: string | null;
}>;

export type IndexRow = Of<Omit<IndexInspection, 'measured'> & IndexInspection['measured']>;

/** Everything read, ordered as it is to be told. */
export interface InspectionRows {
  database: {
    name: string;
    owner: string;
    encoding: string;
    serverVersion: string;
    bytes: number;
  };
  schemas: SchemaInspection[];
  relations: RelationRow[];
  columns: ColumnRow[];
  constraints: ConstraintRow[];
  indexes: IndexRow[];
  policies: Of<PolicyInspection>[];
  triggers: Of<TriggerInspection>[];
  relationGrants: Of<Grant>[];
  functions: FunctionInspection[];
  types: TypeInspection[];
  sequences: (Omit<SequenceInspection, 'grants'> & { oid: number })[];
  extensions: ExtensionInspection[];
  roles: RoleInspection[];
  publications: PublicationInspection[];
}

/** Reads in the transaction that is open, which sees one state of the database. */
export async function readInspectionRows(client: pg.ClientBase): Promise<InspectionRows> {
  const read = async <Row extends object>(text: string): Promise<Row[]> =>
    (await client.query<Row>(text)).rows;
  // One after the other: they share a connection.
  const [database] = await read<InspectionRows['database']>(sql.database);
  if (database === undefined) throw new Error('pg_database does not list the current database');
  return {
    database,
    schemas: await read(sql.schemas),
    relations: await read(sql.relations),
    columns: await read(sql.columns),
    constraints: await read(sql.constraints),
    indexes: await read(sql.indexes),
    policies: await read(sql.policies),
    triggers: await read(sql.triggers),
    relationGrants: await read(sql.relationGrants),
    functions: await read(sql.functions),
    types: await read(sql.types),
    sequences: await read(sql.sequences),
    extensions: await read(sql.extensions),
    roles: await read(sql.roles),
    publications: await read(sql.publications),
  };
}
