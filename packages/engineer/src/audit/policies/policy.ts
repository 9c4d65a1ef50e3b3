/** In charge of what an audit knows about one policy. */
import type { Node } from '@pgsql/types';

export type Verb = 'select' | 'insert' | 'update' | 'delete';

/** A policy on a table that has row level security on. */
export interface Policy {
  /** Such as `policy "A session reads itself" on public.sessions`. */
  object: string;
  name: string;
  /** Quoted and schema-qualified. */
  table: string;
  tableId: string;
  permissive: boolean;
  verbs: readonly Verb[];
  /** As written after `to`; `public` is everyone. */
  roles: readonly string[];
  /** The outsiders it is for who also hold a privilege that it governs. */
  outsiders: readonly string[];
  /** The condition on rows that are there, as PostgreSQL's parser reads it. */
  using: Node | null;
  /** The condition on rows as they are written; null where there is none of its own. */
  check: Node | null;
}

/** A key of a table to another. */
export interface ForeignKey {
  parentId: string;
  parent: string;
  columns: readonly string[];
}

/** A table that has row level security on. */
export interface PolicyTable {
  id: string;
  /** Quoted and schema-qualified. */
  name: string;
  /** Its bare name. */
  relation: string;
  columns: readonly string[];
  /** Those that are not null. */
  required: readonly string[];
  /** Those that an outsider was granted the update of, and that no trigger holds. */
  updatable: readonly string[];
  foreignKeys: readonly ForeignKey[];
}

/** The condition on rows as they are written: that of `using` where there is no other. */
export function writtenCondition(policy: Policy): Node | null {
  return policy.check ?? policy.using;
}
