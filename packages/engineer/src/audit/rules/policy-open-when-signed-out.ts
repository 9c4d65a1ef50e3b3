/** In charge of the rule `policy-open-when-signed-out`: checks that are passed by having no identity. */
import { writtenCondition } from '../policies/policy.ts';
import type { PolicyRule } from '../rule.ts';

export const policyOpenWhenSignedOut: PolicyRule = {
  kind: 'policy',
  name: 'policy-open-when-signed-out',
  level: 'error',
  title: 'Policies that open when nobody is signed in',
  check(policy, facts) {
    const strangers = policy.outsiders.filter((role) => role !== 'authenticated');
    if (!policy.permissive || strangers.length === 0) return [];
    const open = policy.verbs.filter((verb) => {
      const condition = verb === 'insert' ? writtenCondition(policy) : policy.using;
      return (
        facts.identity.isAskedBy(condition) &&
        facts.isOpen(policy, condition, verb, 'nobody') &&
        !facts.isOpen(policy, condition, verb, 'unknown')
      );
    });
    if (open.length === 0) return [];
    return [
      {
        object: policy.object,
        message: `"${policy.name}" lets whoever is not signed in ${open.join(', ')} every row of ${policy.table}.`,
        detail: `Without a user its functions give NULL, and with NULL the condition is true. It is for ${strangers.join(', ')} too.`,
        hint: 'Write what must hold, not what must not: user_id = (select auth.uid()) is never true for NULL.',
      },
    ];
  },
};
