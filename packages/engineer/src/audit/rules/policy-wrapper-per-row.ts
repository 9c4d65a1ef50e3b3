/** In charge of the rule `policy-wrapper-per-row`: what hides `auth.uid()` costs no less. */
import { callsPerRow } from '../policies/calls-per-row.ts';
import type { PolicyRule } from '../rule.ts';

export const policyWrapperPerRow: PolicyRule = {
  kind: 'policy',
  name: 'policy-wrapper-per-row',
  level: 'warning',
  title: "Policies that call a function of one's own for every row",
  check(policy, facts) {
    const names = callsPerRow(policy)
      .filter(({ name, takesColumns }) => !takesColumns && facts.identity.isWrapper(name))
      .map(({ name }) => name);
    if (names.length === 0) return [];
    const [first = ''] = names;
    const { volatility } = facts.identity.sourcesOf(first)[0] ?? { volatility: 'volatile' };
    return [
      {
        object: policy.object,
        message: `"${policy.name}" on ${policy.table} calls ${[...new Set(names)].join('(), ')}() for every row.`,
        detail: `It is ${volatility} and asks who is asking; its answer does not depend on the row.`,
        hint: `Write (select ${first}(…)) in its place${volatility === 'volatile' ? ', and make the function stable' : ''}.`,
      },
    ];
  },
};
