/** In charge of the rule `policy-lets-owner-change`: rows that can be given away, or taken. */
import { ownColumns } from '../policies/identity.ts';
import { askingParts, ownerColumns, restrictiveParts } from '../policies/ownership.ts';
import { writtenCondition, type Policy, type PolicyTable } from '../policies/policy.ts';
import type { PolicyFacts } from '../policies/policy-facts.ts';
import type { PolicyRule } from '../rule.ts';

export const policyLetsOwnerChange: PolicyRule = {
  kind: 'policy',
  name: 'policy-lets-owner-change',
  level: 'error',
  title: 'Updates that can give a row away',
  check(policy, facts) {
    const table = facts.table(policy.tableId);
    if (!table || !policy.permissive || policy.outsiders.length === 0) return [];
    if (!policy.verbs.includes('update')) return [];
    const free = freeOwners(policy, table, facts);
    if (free.length === 0) return [];
    return [
      {
        object: policy.object,
        message: `"${policy.name}" lets an update set ${free.join(', ')} of ${policy.table} to somebody else.`,
        detail:
          'The row has to be one’s own before the update; nothing ties it to anybody after it.',
        hint: `Compare ${free[0]} with who is asking in "with check" too, or grant update on the other columns only.`,
      },
    ];
  },
};

/** Columns that say whose a row is, that may be updated, and that the check leaves alone. */
function freeOwners(policy: Policy, table: PolicyTable, facts: PolicyFacts): string[] {
  const before = askingParts(policy.using, facts);
  // Who may because of what he is, such as an administrator, may also change the owner.
  if (ownColumns(before, table).size === 0) return [];
  const checked = ownColumns(
    [...askingParts(writtenCondition(policy), facts), ...restrictiveParts(policy, 'update', facts)],
    table,
  );
  const owners = new Set(
    facts
      .policiesOf(policy.tableId)
      .filter((one) => one === policy || (one.permissive && one.outsiders.length > 0))
      .flatMap((one) => [
        ...ownerColumns(one.using, table, facts),
        ...(one === policy ? [] : ownerColumns(one.check, table, facts)),
      ]),
  );
  return [...owners].filter((column) => table.updatable.includes(column) && !checked.has(column));
}
