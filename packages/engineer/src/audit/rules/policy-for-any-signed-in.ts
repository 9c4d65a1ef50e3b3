/** In charge of the rule `policy-for-any-signed-in`: conditions that ask whether, and not who. */
import { writtenCondition } from '../policies/policy.ts';
import type { PolicyRule } from '../rule.ts';

export const policyForAnySignedIn: PolicyRule = {
  kind: 'policy',
  name: 'policy-for-any-signed-in',
  level: 'warning',
  title: 'Policies that any signed-in user passes',
  check(policy, facts) {
    if (!policy.permissive || policy.outsiders.length === 0) return [];
    const open = policy.verbs.filter((verb) => {
      const condition = verb === 'insert' ? writtenCondition(policy) : policy.using;
      return (
        facts.identity.isAskedBy(condition) &&
        facts.isOpen(policy, condition, verb, 'somebody') &&
        !facts.isOpen(policy, condition, verb, 'unknown')
      );
    });
    if (open.length === 0) return [];
    return [
      {
        object: policy.object,
        message: `"${policy.name}" lets every signed-in user ${open.join(', ')} every row of ${policy.table}.`,
        detail:
          'The condition asks whether somebody is signed in, not whose row it is. Where people may sign up, that is everybody.',
        hint: 'Compare a column of the row with (select auth.uid()); if all may read all, say so: to authenticated using (true).',
      },
    ];
  },
};
