/** In charge of what has to be known about a table to make rows for it. */

/** A column. */
export interface ColumnFacts {
  tableId: string;
  name: string;
  typeId: string;
  /** With modifiers, such as `character varying(20)`. */
  type: string;
  notNull: boolean;
  /** How a generated column is computed. */
  generated: string | null;
  /** An expression; for an identity column the one that takes its sequence's next number. */
  default: string | null;
}

/** What a row must fulfil. */
export interface CheckFacts {
  tableId: string;
  name: string;
  expression: string;
  columns: string[];
}

/** What no two rows may share. */
export interface KeyFacts {
  tableId: string;
  name: string;
  predicate: string | null;
  nullsNotDistinct: boolean;
  parts: { expression: string; operator: string }[];
  columns: string[];
}

/** A foreign key. */
export interface ForeignKeyFacts {
  tableId: string;
  name: string;
  referencedId: string;
  matchFull: boolean;
  columns: string[];
  referencedColumns: string[];
}

/** A partition that rows can go to. */
export interface LeafFacts {
  tableId: string;
  id: string;
  schema: string;
  name: string;
  /** Null where everything goes. */
  expression: string | null;
  columns: string[];
  /** The partitioned tables between the table and this partition. */
  between: string[];
}

/** A table with all that concerns its rows. */
export interface TableFacts {
  id: string;
  schema: string;
  name: string;
  /** In full, quoted. */
  quoted: string;
  partitioned: boolean;
  hasTriggers: boolean;
  primaryKey: string[];
  columns: ColumnFacts[];
  checks: CheckFacts[];
  keys: KeyFacts[];
  foreignKeys: ForeignKeyFacts[];
  leaves: LeafFacts[];
}
