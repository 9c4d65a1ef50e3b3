/** In charge of the rule `policy-calls-per-row`: calls that one `(select …)` would make once. */
import { callsPerRow } from '../policies/calls-per-row.ts';
import type { PolicyRule } from '../rule.ts';

export const policyCallsPerRow: PolicyRule = {
  kind: 'policy',
  name: 'policy-calls-per-row',
  level: 'warning',
  title: 'Policies that ask who is asking for every row',
  check(policy, facts) {
    const calls = callsPerRow(policy).filter(({ name }) => facts.identity.isDirect(name));
    if (calls.length === 0) return [];
    const names = [...new Set(calls.map(({ name }) => `${name}()`))].join(', ');
    return [
      {
        object: policy.object,
        message: `"${policy.name}" on ${policy.table} calls ${names} for every row.`,
        detail:
          'The answer is the same for all rows of a statement; as a subquery PostgreSQL asks once, and can use an index with it.',
        hint: `Write (select ${names.split(', ')[0]}) in its place.`,
      },
    ];
  },
};
