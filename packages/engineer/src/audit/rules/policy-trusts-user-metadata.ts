/** In charge of the rule `policy-trusts-user-metadata`: claims that a user can set. */
import type { Node } from '@pgsql/types';
import { scanSync } from 'libpg-query';
import { calledName, findNodes, operatorOf, unwrap } from '../policies/walk-tree.ts';
import type { Policy } from '../policies/policy.ts';
import type { PolicyFacts } from '../policies/policy-facts.ts';
import type { PolicyRule } from '../rule.ts';

const editable = new Set(['user_metadata', 'raw_user_meta_data']);

export const policyTrustsUserMetadata: PolicyRule = {
  kind: 'policy',
  name: 'policy-trusts-user-metadata',
  level: 'error',
  title: 'Policies that trust what users can edit',
  check(policy, facts) {
    if (!readsMetadata(policy, facts)) return [];
    return [
      {
        object: policy.object,
        message: `"${policy.name}" on ${policy.table} believes the user's own metadata.`,
        detail:
          'Every user may set user_metadata (raw_user_meta_data) through the auth API, and so become whoever the policy lets in.',
        hint: 'Use app_metadata, which only the server can set, or a table of your own.',
      },
    ];
  },
};

function readsMetadata(policy: Policy, facts: PolicyFacts): boolean {
  const conditions = [policy.using, policy.check];
  const named = findNodes(conditions, 'ColumnRef').some(({ fields }) => {
    const last = fields?.at(-1);
    return last && 'String' in last && last.String.sval === 'raw_user_meta_data';
  });
  const taken = findNodes(conditions, 'A_Expr').some((expression) => {
    if (!['->', '->>', '#>', '#>>'].includes(operatorOf(expression))) return false;
    const { lexpr, rexpr } = expression;
    return lexpr && rexpr && isEditableKey(rexpr) && facts.identity.isAskedBy(lexpr);
  });
  const wrapped = findNodes(conditions, 'FuncCall').some((call) =>
    facts.identity
      .sourcesOf(calledName(call))
      .some(
        ({ audited, body }) =>
          audited && facts.identity.isWrapper(calledName(call)) && quotesKey(body),
      ),
  );
  return named || taken || wrapped;
}

function isEditableKey(node: Node): boolean {
  const key = unwrap(node);
  const text = 'A_Const' in key ? (key.A_Const.sval?.sval ?? '') : '';
  return text
    .replace(/^\{|\}$/g, '')
    .split(',')
    .some((part) => editable.has(part.trim()));
}

function quotesKey(body: string): boolean {
  return scanSync(body).tokens.some(
    ({ tokenName, text }) =>
      tokenName === 'SCONST' && [...editable].some((key) => text.includes(key)),
  );
}
