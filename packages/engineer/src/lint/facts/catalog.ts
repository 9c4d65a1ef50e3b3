/** In charge of what a lint run knows of the database that the migration is meant for. */
import type { TableSize } from './table-size.ts';

export interface CatalogColumn {
  name: string;
  /** Without its length, as `format_type` writes it. */
  type: string;
  /** Such as 10 for `varchar(10)`; null without one. */
  length: number | null;
  /** Behind the point of a `numeric`. */
  scale: number | null;
  notNull: boolean;
}

export interface CatalogConstraint {
  name: string;
  /** As in `pg_constraint.contype`. */
  kind: string;
  validated: boolean;
  /** Of a check: its expression, as PostgreSQL writes it. */
  expression: string | null;
  /** Whether one of the relation's indexes serves it. */
  index: string | null;
}

/** A policy as it is now, or as a file makes it. */
export interface PolicyFacts {
  name: string;
  /** `all`, `select`, `insert`, `update` or `delete`. */
  command: string;
  permissive: boolean;
  /** `public` when it is for everybody. */
  roles: string[];
  using: string | null;
  check: string | null;
}

export interface CatalogIndex {
  /** Schema-qualified and quoted where it must be. */
  name: string;
  unique: boolean;
  /** It covers every row by plain columns, as `refresh … concurrently` wants it. */
  whole: boolean;
}

export interface CatalogRelation {
  /** As in `pg_class.relkind`. */
  kind: string;
  size: TableSize;
  rowSecurity: boolean;
  columns: CatalogColumn[];
  constraints: CatalogConstraint[];
  policies: PolicyFacts[];
  indexes: CatalogIndex[];
}

export interface CatalogFunction {
  /** Without the names of arguments: `public.f(text, integer)`. */
  signature: string;
  definer: boolean;
  /** It may give another value at each call. */
  volatile: boolean;
  /** The value of its own `search_path`; null when it has none. */
  searchPath: string | null;
}

/** What was read of the target, names schema-qualified and quoted where they must be. */
export interface Catalog {
  major: number;
  /** Where a name without a schema is looked for. */
  searchPath: string[];
  relations: ReadonlyMap<string, CatalogRelation>;
  functions: ReadonlyMap<string, CatalogFunction>;
  /** Domains that check their values. */
  checkedDomains: ReadonlySet<string>;
  /** Migrations that the target has already, by version. */
  applied: ReadonlySet<string>;
}
