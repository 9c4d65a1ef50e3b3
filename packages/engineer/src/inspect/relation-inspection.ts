/** In charge of what an inspection says about tables and views. */
import type { Grant } from './grant.ts';

export interface ColumnInspection {
  name: string;
  type: string;
  nullable: boolean;
  default: string | null;
  /** The expression of a generated column. */
  generated: string | null;
  identity: 'always' | 'by default' | null;
  comment: string | null;
  /** Granted on this column alone. */
  grants: Grant[];
}

export interface KeyInspection {
  name: string;
  columns: string[];
  deferrable: boolean;
  comment: string | null;
}

export interface ForeignKeyInspection extends KeyInspection {
  /** The table referred to. */
  schema: string;
  table: string;
  refersTo: string[];
  onUpdate: string;
  onDelete: string;
  validated: boolean;
}

/** A check or an exclusion constraint. */
export interface CheckInspection {
  name: string;
  kind: 'check' | 'exclusion';
  definition: string;
  validated: boolean;
  comment: string | null;
}

export interface IndexInspection {
  name: string;
  method: string;
  definition: string;
  /** Key columns and expressions. */
  columns: string[];
  included: string[];
  predicate: string | null;
  isUnique: boolean;
  isPrimary: boolean;
  /** False: a concurrent build failed, and only writes pay for it. */
  isValid: boolean;
  /** The constraint it serves. */
  constraint: string | null;
  comment: string | null;
  measured: { bytes: number; /** Since statistics were last reset. */ scans: number };
}

export interface PolicyInspection {
  name: string;
  permissive: boolean;
  command: 'select' | 'insert' | 'update' | 'delete' | 'all';
  roles: string[];
  using: string | null;
  check: string | null;
  comment: string | null;
}

export interface TriggerInspection {
  name: string;
  definition: string;
  function: string;
  state: 'enabled' | 'disabled' | 'always' | 'replica';
  comment: string | null;
}

export interface PartitionInspection {
  schema: string;
  name: string;
  bound: string;
  /** Policies on the parent do not cover whoever names the partition. */
  rlsEnabled: boolean;
}

/** Sizes in bytes; of a partitioned table, with its partitions. */
export interface RelationMeasures {
  /** Estimated by the last analyze; null: never analyzed. */
  rows: number | null;
  deadRows: number;
  totalBytes: number;
  heapBytes: number;
  indexBytes: number;
  toastBytes: number;
  /**
   * An estimate from the statistics of the columns: what the heap takes beyond its rows. Null where
   * a column has none, or may not be seen.
   */
  bloatBytes: number | null;
}

export interface TableInspection {
  schema: string;
  name: string;
  kind: 'table' | 'partitioned table' | 'foreign table';
  owner: string;
  comment: string | null;
  /** Whose it is, when an extension brought it. */
  extension: string | null;
  persistence: 'permanent' | 'unlogged' | 'temporary';
  options: string[];
  replicaIdentity: string;
  rls: { enabled: boolean; forced: boolean };
  partitionKey: string | null;
  /** Of a partition: its parent and bound. */
  partitionOf: { schema: string; name: string; bound: string } | null;
  inherits: { schema: string; name: string }[];
  partitions: PartitionInspection[];
  columns: ColumnInspection[];
  primaryKey: KeyInspection | null;
  uniques: KeyInspection[];
  foreignKeys: ForeignKeyInspection[];
  checks: CheckInspection[];
  indexes: IndexInspection[];
  policies: PolicyInspection[];
  triggers: TriggerInspection[];
  grants: Grant[];
  measured: RelationMeasures;
}

export interface ViewInspection {
  schema: string;
  name: string;
  kind: 'view' | 'materialized view';
  owner: string;
  comment: string | null;
  extension: string | null;
  /** Such as `security_invoker=true`. */
  options: string[];
  columns: ColumnInspection[];
  definition: string;
  isPopulated: boolean;
  indexes: IndexInspection[];
  triggers: TriggerInspection[];
  grants: Grant[];
  measured: RelationMeasures;
}
