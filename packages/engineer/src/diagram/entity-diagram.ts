/** In charge of what an entity diagram shows, before anybody draws it. */
import type { AccessLine } from '../inspect/describe-access.ts';

export type KeyMark = 'PK' | 'FK' | 'UK';

export interface EntityColumn {
  name: string;
  /** Short: `timestamptz`, and without the schema where it is the table's own. */
  type: string;
  keys: KeyMark[];
  nullable: boolean;
}

/** A table, its partitions folded into it. */
export interface Entity {
  /** Unique in the diagram. */
  id: string;
  schema: string;
  name: string;
  comment: string | null;
  columns: EntityColumn[];
  /** How many columns are not shown. */
  hiddenColumns: number;
  partitions: number;
  rls: 'off' | 'on' | 'forced';
  policies: number;
  /** Who may do what, beside the owner. */
  access: AccessLine[];
}

/** A foreign key, from the table that is referred to. */
export interface Relationship {
  parent: string;
  child: string;
  /** Of the child, in the order of the key. */
  columns: string[];
  /** Of the parent. */
  refersTo: string[];
  /** How many parents a child has: a nullable column allows none. */
  parents: 'one' | 'zero or one';
  /** How many children a parent has: a unique key allows one. */
  children: 'zero or one' | 'zero or more';
  /** Whether the child's primary key contains it. */
  identifying: boolean;
}

/** Grouped by schema, everything sorted by name. */
export interface EntityDiagram {
  groups: { schema: string; entities: Entity[] }[];
  relationships: Relationship[];
}
