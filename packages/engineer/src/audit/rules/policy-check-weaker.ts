/** In charge of the rule `policy-check-weaker`: what had to hold before an update and need not after it. */
import { ownColumns } from '../policies/identity.ts';
import { askingParts, ownerColumns, restrictiveParts } from '../policies/ownership.ts';
import type { PolicyRule } from '../rule.ts';

export const policyCheckWeaker: PolicyRule = {
  kind: 'policy',
  name: 'policy-check-weaker',
  level: 'error',
  title: 'Checks weaker than the condition before the change',
  check(policy, facts) {
    const table = facts.table(policy.tableId);
    if (!table || !policy.permissive || policy.outsiders.length === 0) return [];
    if (!policy.verbs.includes('update') || !policy.using || !policy.check) return [];
    const checked = ownColumns(
      [...askingParts(policy.check, facts), ...restrictiveParts(policy, 'update', facts)],
      table,
    );
    // A row's owner has a rule of its own, policy-lets-owner-change.
    const owners = ownerColumns(policy.using, table, facts);
    const dropped = askingParts(policy.using, facts)
      .map((part) => [...ownColumns(part, table)].filter((column) => !owners.has(column)))
      .filter(
        (columns) =>
          columns.some((column) => table.updatable.includes(column)) &&
          !columns.some((column) => checked.has(column)),
      )
      .flat();
    if (dropped.length === 0) return [];
    return [
      {
        object: policy.object,
        message: `"${policy.name}" on ${policy.table} asks who may before an update, and not after it.`,
        detail: `"using" ties ${[...new Set(dropped)].join(', ')} to who is asking; "with check" does not, so that the row can be moved where its writer has no access.`,
        hint: 'Leave "with check" out, and "using" holds for both; or repeat the condition in it.',
      },
    ];
  },
};
