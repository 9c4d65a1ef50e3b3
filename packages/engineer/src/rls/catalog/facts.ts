/** In charge of what is known of a schema before anything is tried on it. */

/** What can be tried. */
export type ObjectKind =
  | 'table'
  | 'partitioned table'
  | 'partition'
  | 'view'
  | 'materialized view'
  | 'foreign table'
  | 'function'
  | 'procedure';

/** A column of a relation. */
export interface ColumnFacts {
  name: string;
  type: string;
  required: boolean;
  generated: boolean;
  identity: boolean;
  /** Unique by itself. */
  unique: boolean;
  /** Part of a unique key. */
  keyed: boolean;
  /** Named in a check. */
  checked: boolean;
  /** Decides the partition. */
  partitions: boolean;
}

/** A foreign key. */
export interface LinkFacts {
  /** The relation referred to, by its OID. */
  parent: string;
  columns: string[];
  parentColumns: string[];
}

/** A table, partition, view or materialized view. OIDs are text. */
export interface RelationFacts {
  oid: string;
  /** Schema-qualified, quoted where it must be. */
  object: string;
  schema: string;
  name: string;
  kind: Exclude<ObjectKind, 'function' | 'procedure'>;
  owner: string;
  policies_on: boolean;
  /** Where its rows really are: itself, or its partitions. */
  leaves: string[];
  columns: ColumnFacts[];
  /** The primary key. */
  key: string[];
  links: LinkFacts[];
  /** 4 update, 8 insert, 16 delete; of views only. */
  updatable: number;
  /** Of a view: the relation it shows. */
  base: string | null;
  definition: string | null;
}

/** An argument of a function; mode as in pg_proc. */
export interface ArgumentFacts {
  name: string | null;
  type: string;
  kind: string;
  category: string;
  /** An enum's first. */
  label: string | null;
  mode: string;
}

/** A function or procedure. */
export interface RoutineFacts {
  oid: string;
  /** Schema-qualified, quoted where it must be, with the types of its arguments. */
  object: string;
  schema: string;
  name: string;
  signature: string;
  kind: 'f' | 'p';
  language: string;
  definer: boolean;
  volatility: 'i' | 's' | 'v';
  returns: string;
  owner: string;
  /** How many arguments have no default. */
  required: number;
  arguments: ArgumentFacts[];
  body: string | null;
  definition: string | null;
}

/** A policy's expressions, as PostgreSQL prints them. */
export interface PolicyFacts {
  schema: string;
  table: string;
  name: string;
  using: string | null;
  check: string | null;
}

/** A role. */
export interface RoleFacts {
  name: string;
  /** Row level security does not hold for it. */
  bypasses: boolean;
  logs_in: boolean;
  holds_grants: boolean;
  owns: boolean;
}

/** All of it. */
export interface SchemaFacts {
  /** By OID. */
  relations: ReadonlyMap<string, RelationFacts>;
  routines: readonly RoutineFacts[];
  policies: readonly PolicyFacts[];
  roles: readonly RoleFacts[];
}
