/** In charge of a policy as a statement writes it, in the form in which the catalog gives one. */
import type { Node } from 'libpg-query';
import { scanSql } from '@catb/database';
import { nodesOf } from '../sql/nodes.ts';
import type { LintStatement } from '../sql/statement.ts';
import type { PolicyFacts } from './catalog.ts';

/** What `create policy` and `alter policy` have in common. */
export interface PolicyNode {
  policy_name?: string;
  cmd_name?: string;
  permissive?: boolean;
  roles?: Node[];
  qual?: Node;
  with_check?: Node;
}

/** The names of the roles, `public` for everybody. */
export function roleNames(roles: readonly Node[] | undefined): string[] {
  return nodesOf(roles, 'RoleSpec').map(({ roletype, rolename }) => {
    if (roletype === 'ROLESPEC_PUBLIC') return 'public';
    if (roletype === 'ROLESPEC_CSTRING') return rolename ?? '';
    return (roletype ?? '').replace('ROLESPEC_', '').toLowerCase();
  });
}

/** The policy, its expressions as they stand in the text. */
export function readPolicy(node: PolicyNode, statement: LintStatement): PolicyFacts {
  const clauses = readClauses(statement.text);
  const roles = roleNames(node.roles);
  return {
    name: node.policy_name ?? '',
    command: node.cmd_name ?? 'all',
    permissive: node.permissive ?? false,
    roles: roles.length === 0 ? ['public'] : roles.toSorted(),
    using: node.qual === undefined ? null : (clauses.using ?? null),
    check: node.with_check === undefined ? null : (clauses.check ?? null),
  };
}

/** What stands in the parentheses behind `using` and `with check`. */
function readClauses(text: string): { using?: string; check?: string } {
  const clauses: { using?: string; check?: string } = {};
  let depth = 0;
  let word = '';
  let name = '';
  let from = 0;
  for (const token of scanSql(text)) {
    if (token.kind === 'comment') continue;
    const written = text.slice(token.start, token.end).toLowerCase();
    if (written === '(') {
      if (depth === 0) {
        from = token.end;
        name = word;
      }
      depth += 1;
    } else if (written === ')') {
      depth -= 1;
      if (depth === 0 && (name === 'using' || name === 'check')) {
        clauses[name] = text.slice(from, token.start).trim();
      }
    }
    word = written;
  }
  return clauses;
}
