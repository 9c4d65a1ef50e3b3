/** In charge of what an inspection is: everything a database consists of, sorted by name, without OIDs. */
import type { Grant } from './grant.ts';
import type { TableInspection, ViewInspection } from './relation-inspection.ts';

export interface SchemaInspection {
  name: string;
  owner: string;
  comment: string | null;
  grants: Grant[];
}

export interface FunctionInspection {
  schema: string;
  name: string;
  /** With its argument types, as one writes it in `drop function`. */
  signature: string;
  kind: 'function' | 'procedure' | 'aggregate' | 'window';
  arguments: string;
  /** Null for a procedure. */
  returns: string | null;
  language: string;
  volatility: 'immutable' | 'stable' | 'volatile';
  parallel: 'safe' | 'restricted' | 'unsafe';
  security: 'definer' | 'invoker';
  strict: boolean;
  /** As pinned by the function; null: that of whoever calls it. */
  searchPath: string | null;
  /** Other settings that it pins, as `name=value`. */
  settings: string[];
  owner: string;
  /** Roles that were granted it, `public` among them. */
  executableBy: string[];
  definition: string;
  comment: string | null;
}

export interface TypeInspection {
  schema: string;
  name: string;
  kind: 'enum' | 'domain' | 'range' | 'composite';
  owner: string;
  /** Of an enum, in their order. */
  labels: string[] | null;
  /** What a domain, a range or a composite is made of. */
  definition: string | null;
  comment: string | null;
}

export interface SequenceInspection {
  schema: string;
  name: string;
  owner: string;
  type: string;
  /** Whole numbers as text: they can be greater than JavaScript's. */
  start: string;
  increment: string;
  minimum: string;
  maximum: string;
  cycles: boolean;
  /** The column it belongs to. */
  ownedBy: string | null;
  comment: string | null;
  grants: Grant[];
}

export interface ExtensionInspection {
  name: string;
  version: string;
  /** That the server could update it to. */
  newestVersion: string | null;
  schema: string;
  comment: string | null;
}

export interface RoleInspection {
  name: string;
  superuser: boolean;
  login: boolean;
  inherit: boolean;
  createRole: boolean;
  createDatabase: boolean;
  replication: boolean;
  bypassRls: boolean;
  /** -1: none. */
  connectionLimit: number;
  memberOf: string[];
  /** The roles whose rights it has without asking for them. */
  actsAs: string[];
  comment: string | null;
}

export interface PublicationInspection {
  name: string;
  owner: string;
  allTables: boolean;
  operations: string[];
  tables: string[];
}

/** Something that could not be seen, and the right that would show it. */
export interface MissingSight {
  /** Such as `the bloat of 3 tables`. */
  what: string;
  /** Such as `pg_read_all_data`. */
  right: string;
}

/** What changes while nobody changes the schema. A snapshot leaves it out. */
export interface DatabaseMeasures {
  serverVersion: string;
  bytes: number;
  missing: MissingSight[];
}

/**
 * A database, as one stable document: everything sorted by name, columns in their order. What is
 * under a key `measured` changes by itself; {@link toSnapshot} leaves it out. Objects that belong to
 * an extension are told by the extension, relations of one carry its name.
 */
export interface Inspection {
  format: 'catb-inspection-1';
  database: { name: string; owner: string; encoding: string };
  schemas: SchemaInspection[];
  tables: TableInspection[];
  views: ViewInspection[];
  functions: FunctionInspection[];
  types: TypeInspection[];
  sequences: SequenceInspection[];
  extensions: ExtensionInspection[];
  /** Those that own, were granted something or are named in a policy here, and who may become them. */
  roles: RoleInspection[];
  publications: PublicationInspection[];
  measured: DatabaseMeasures;
}
