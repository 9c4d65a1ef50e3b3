/** In charge of the rule about grants that give more than somebody needs. */
import {
  defaultSchemas,
  grantedSchemas,
  grantedTables,
  readGrant,
  type Grant,
} from '../facts/grants.ts';
import { joinName, quoteName } from '../facts/names.ts';
import type { Fault, LintRule, Visit } from '../rule.ts';
import { nodesOf, type NodeOf } from '../sql/nodes.ts';

const hint =
  'Grant the privileges that are needed, on the objects that need them, to the role that needs them.';
/** No policy stands between these and the rows. */
const beyondPolicies = ['all', 'truncate', 'references', 'trigger', 'maintain'];

export const broadGrant: LintRule = {
  name: 'broad-grant',
  title: 'A grant gives more than somebody needs',
  on: {
    GrantStmt: checkGrant,
    AlterDefaultPrivilegesStmt: checkDefaults,
    GrantRoleStmt: checkMembership,
  },
};

function checkGrant(node: NodeOf<'GrantStmt'>, visit: Visit): Fault[] {
  const grant = readGrant(node);
  if (grant === undefined || visit.statement.context === 'function') return [];
  if (grant.wide === 'schema') return checkWide(grant, grantedSchemas(node));
  if (grant.objectType === 'table') return checkTables(grant, node, visit);
  const isAll = grant.privileges.includes('all');
  const mayCreate = isAll || grant.privileges.includes('create');
  if ((grant.objectType !== 'schema' && grant.objectType !== 'database') || !mayCreate) return [];
  if (grant.outsiders.length === 0) return [];
  return grantedSchemas(node).map((name) => ({
    level: 'error',
    object: quoteName(name),
    message: `${grant.outsiders.join(', ')} may create objects in ${grant.objectType} ${quoteName(name)}, and so put a function or table in the place of yours.`,
    hint: 'Grant usage instead.',
  }));
}

function checkWide(
  { privileges, objectType, roles, outsiders }: Grant,
  schemas: string[],
): Fault[] {
  // Sequences and types tell and change little.
  if (!['table', 'function', 'procedure', 'routine'].includes(objectType)) return [];
  return schemas.map((schema) => ({
    level: outsiders.length > 0 ? 'error' : 'warning',
    object: quoteName(schema),
    message: `${gets(outsiders.length > 0 ? outsiders : roles)} ${privileges.join(', ')} on every ${objectType} of schema ${quoteName(schema)}, whichever they are.`,
    hint,
  }));
}

function checkTables(grant: Grant, node: NodeOf<'GrantStmt'>, { file, statement }: Visit): Fault[] {
  const beyond = grant.privileges.filter((each) => beyondPolicies.includes(each));
  return grantedTables(node).flatMap((name): Fault[] => {
    const table = file.facts.qualify(name, statement.order);
    if (beyond.length > 0 && grant.outsiders.length > 0) {
      const message = `${gets(grant.outsiders)} ${beyond.join(', ')} on ${table}: truncate, references and trigger are held back by no policy.`;
      return [{ level: 'error', object: table, message, hint }];
    }
    if (beyond.includes('all') || grant.withOption) {
      const what = grant.withOption ? 'the right to grant on' : 'all privileges';
      const message = `${gets(grant.roles)} ${what} on ${table}.`;
      return [{ level: 'warning', object: table, message, hint }];
    }
    if (grant.outsiders.length === 0) return [];
    const isEnabled = ({ subtype }: { subtype: string }) => subtype === 'AT_EnableRowSecurity';
    const relation = file.catalog?.relations.get(table);
    const held =
      [file.facts, ...file.earlier].some((facts) => facts.commands.of(table).some(isEnabled)) ||
      relation?.rowSecurity === true;
    if (held) return [];
    const known = relation !== undefined || file.facts.makes('relation', table);
    return [
      {
        level: known ? 'error' : 'warning',
        object: table,
        message: `${grant.outsiders.join(', ')} may ${grant.privileges.join(', ')} on ${table}, and ${known ? 'no row level security holds them back' : 'nothing here says that row level security is on'}.`,
        hint: `Enable row level security on ${table} and say in policies who may reach which rows.`,
      },
    ];
  });
}

/** Such as `anon gets`, `anon, authenticated get`. */
function gets(roles: readonly string[]): string {
  return `${roles.join(', ')} get${roles.length === 1 ? 's' : ''}`;
}

function checkDefaults(node: NodeOf<'AlterDefaultPrivilegesStmt'>): Fault[] {
  const grant = node.action === undefined ? undefined : readGrant(node.action);
  if (grant === undefined || (grant.outsiders.length === 0 && !grant.privileges.includes('all')))
    return [];
  if (!['table', 'function', 'procedure', 'routine', 'schema'].includes(grant.objectType))
    return [];
  const schemas = defaultSchemas(node).map(quoteName);
  const where = schemas.length === 0 ? 'any schema' : `schema ${schemas.join(', ')}`;
  const open = grant.outsiders.length > 0;
  return [
    {
      level: open ? 'error' : 'warning',
      object: schemas.length === 1 ? (schemas[0] ?? null) : null,
      message: `${(open ? grant.outsiders : grant.roles).join(', ')} will get ${grant.privileges.join(', ')} on every ${grant.objectType} made in ${where} from now on, before anybody thinks about it.`,
      hint: 'Grant on each object where it is made.',
    },
  ];
}

function checkMembership(node: NodeOf<'GrantRoleStmt'>): Fault[] {
  const members = nodesOf(node.grantee_roles, 'RoleSpec').map(({ roletype, rolename }) =>
    roletype === 'ROLESPEC_PUBLIC' ? 'public' : (rolename ?? ''),
  );
  const open = members.filter((role) => ['public', 'anon', 'authenticated'].includes(role));
  if (node.is_grant !== true || open.length === 0) return [];
  const roles = nodesOf(node.granted_roles, 'AccessPriv').map(({ priv_name }) => priv_name ?? '');
  return roles.map((role) => ({
    level: 'error',
    object: joinName(role),
    message: `${open.join(', ')} become${open.length === 1 ? 's' : ''} a member of ${joinName(role)}: whatever it may, anybody may.`,
    hint,
  }));
}
