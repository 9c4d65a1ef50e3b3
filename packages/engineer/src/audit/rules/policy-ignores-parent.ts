/** In charge of the rule `policy-ignores-parent`: rows put under a parent that is somebody else's. */
import { ownColumns } from '../policies/identity.ts';
import { askingParts, ownerColumns, restrictiveParts } from '../policies/ownership.ts';
import { writtenCondition, type Policy, type PolicyTable, type Verb } from '../policies/policy.ts';
import type { PolicyFacts } from '../policies/policy-facts.ts';
import type { PolicyRule } from '../rule.ts';

export const policyIgnoresParent: PolicyRule = {
  kind: 'policy',
  name: 'policy-ignores-parent',
  level: 'error',
  title: 'Policies that check the row and not its parent',
  check(policy, facts) {
    const table = facts.table(policy.tableId);
    if (!table || !policy.permissive || policy.outsiders.length === 0) return [];
    const verbs = (['insert', 'update'] as const).filter((verb) => policy.verbs.includes(verb));
    const parents = new Set(verbs.flatMap((verb) => ignoredParents(policy, table, verb, facts)));
    if (parents.size === 0) return [];
    const names = [...parents].join(', ');
    return [
      {
        object: policy.object,
        message: `"${policy.name}" checks whose the row of ${policy.table} is, and not whose the row of ${names} is that it refers to.`,
        detail: `${names} is kept to its owners, but anyone can put rows of his own under a row of somebody else: a foreign key asks no policy.`,
        hint: `Add to "with check": exists (select from ${[...parents][0]} as parent where parent.id = … and parent.user_id = (select auth.uid())).`,
      },
    ];
  },
};

function ignoredParents(
  policy: Policy,
  table: PolicyTable,
  verb: Verb,
  facts: PolicyFacts,
): string[] {
  const condition = writtenCondition(policy);
  const owners = ownerColumns(condition, table, facts);
  if (owners.size === 0) return [];
  const mentioned = ownColumns(
    condition === null ? [] : [condition, ...restrictiveParts(policy, verb, facts)],
    table,
  );
  return table.foreignKeys
    .filter(
      ({ columns, parentId }) =>
        !columns.some((column) => owners.has(column) || mentioned.has(column)) &&
        (verb === 'insert' || columns.some((column) => table.updatable.includes(column))) &&
        isKeptToOwners(parentId, facts),
    )
    .map(({ parent }) => parent);
}

/** Whether there are rows that a stranger does not see, because they are somebody's. */
function isKeptToOwners(tableId: string, facts: PolicyFacts): boolean {
  const readers = facts
    .policiesOf(tableId, 'select')
    .filter(({ permissive, outsiders }) => permissive && outsiders.length > 0);
  return (
    readers.some(({ using }) => askingParts(using, facts).length > 0) &&
    !readers.some((policy) => facts.isOpen(policy, policy.using, 'select', 'somebody'))
  );
}
