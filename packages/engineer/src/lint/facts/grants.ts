/** In charge of what a `grant` gives to whom. */
import { asNode, nodesOf, stringsOf, type NodeOf } from '../sql/nodes.ts';
import { roleNames } from './read-policy.ts';

/** Who comes through an API without being known, or known as no more than signed in. */
const outsiders = new Set(['public', 'anon', 'authenticated']);

export interface Grant {
  /** Lower case; `all` where every privilege is meant. */
  privileges: string[];
  /** Such as `table`, `function`, `schema`. */
  objectType: string;
  /** Every object of a schema, or every future one. */
  wide: 'schema' | 'future' | null;
  roles: string[];
  /** Those of the roles that anybody can come as. */
  outsiders: string[];
  withOption: boolean;
}

/** What the statement gives; undefined for a `revoke`. */
export function readGrant(node: NodeOf<'GrantStmt'>): Grant | undefined {
  if (node.is_grant !== true) return undefined;
  const privileges = nodesOf(node.privileges, 'AccessPriv').map(
    ({ priv_name }) => priv_name ?? 'all',
  );
  const roles = roleNames(node.grantees);
  const wide = { ACL_TARGET_ALL_IN_SCHEMA: 'schema', ACL_TARGET_DEFAULTS: 'future' } as const;
  const target = node.targtype as keyof typeof wide;
  return {
    privileges: privileges.length === 0 ? ['all'] : privileges,
    objectType: (node.objtype ?? '').replace('OBJECT_', '').toLowerCase(),
    wide: wide[target] ?? null,
    roles,
    outsiders: roles.filter((role) => outsiders.has(role)),
    withOption: node.grant_option === true,
  };
}

/** The names of the tables that are granted on, as they were written. */
export function grantedTables(node: NodeOf<'GrantStmt'>): string[][] {
  return nodesOf(node.objects, 'RangeVar').map(({ schemaname, relname }) =>
    schemaname === undefined ? [relname ?? ''] : [schemaname, relname ?? ''],
  );
}

/** The schemas of `on all tables in schema …` and `on schema …`. */
export function grantedSchemas(node: NodeOf<'GrantStmt'>): string[] {
  return stringsOf(node.objects);
}

/** The schemas that default privileges are for; none when they are for all. */
export function defaultSchemas(node: NodeOf<'AlterDefaultPrivilegesStmt'>): string[] {
  const option = nodesOf(node.options, 'DefElem').find(({ defname }) => defname === 'schemas');
  return stringsOf(asNode(option?.arg, 'List')?.items);
}
