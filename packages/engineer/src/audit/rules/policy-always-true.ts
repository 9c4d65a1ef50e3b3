/**
 * In charge of the rule `policy-always-true`. Reading is left out: that everyone may read a table of
 * reference is often meant, that everyone may write one hardly ever.
 */
import { writtenCondition, type Verb } from '../policies/policy.ts';
import type { PolicyRule } from '../rule.ts';

const writes: readonly Verb[] = ['insert', 'update', 'delete'];

export const policyAlwaysTrue: PolicyRule = {
  kind: 'policy',
  name: 'policy-always-true',
  level: 'error',
  title: 'Write policies that let everything through',
  check(policy, facts) {
    if (!policy.permissive || policy.outsiders.length === 0) return [];
    const open = writes.filter((verb) => {
      if (!policy.verbs.includes(verb)) return false;
      const condition = verb === 'insert' ? writtenCondition(policy) : policy.using;
      return facts.isOpen(policy, condition, verb, 'unknown');
    });
    if (open.length === 0) return [];
    return [
      {
        object: policy.object,
        message: `"${policy.name}" lets ${policy.outsiders.join(', ')} ${open.join(', ')} any row of ${policy.table}.`,
        detail: 'Its condition is true whatever the row holds and whoever asks.',
        hint: 'Name the owner in the condition, or give the policy to a role that nobody comes in as.',
      },
    ];
  },
};
