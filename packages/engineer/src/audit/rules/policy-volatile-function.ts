/** In charge of the rule `policy-volatile-function`: functions nobody told PostgreSQL the truth about. */
import { callsPerRow } from '../policies/calls-per-row.ts';
import type { PolicyRule } from '../rule.ts';

export const policyVolatileFunction: PolicyRule = {
  kind: 'policy',
  name: 'policy-volatile-function',
  level: 'warning',
  title: 'Policies with a volatile function',
  check(policy, facts) {
    const volatile = callsPerRow(policy)
      .filter(({ takesColumns }) => takesColumns)
      .flatMap(({ name }) => facts.identity.sourcesOf(name))
      .filter((source) => source.audited && source.volatility === 'volatile');
    const [first] = volatile;
    if (first === undefined) return [];
    return [
      {
        object: policy.object,
        message: `"${policy.name}" on ${policy.table} calls the volatile function ${first.object} with the row's values.`,
        detail:
          'It runs once for each row even where two rows have the same value, and no index can serve the condition.',
        hint: `If it only reads: alter function ${first.object} stable;`,
      },
    ];
  },
};
