/** In charge of how a condition ties a row to who is asking. */
import type { Node } from '@pgsql/types';
import { ownColumns } from './identity.ts';
import type { Policy, PolicyTable, Verb } from './policy.ts';
import { writtenCondition } from './policy.ts';
import type { PolicyFacts } from './policy-facts.ts';
import { conjunctsOf, findNodes, operatorOf, soleValue, unwrap } from './walk-tree.ts';

/** The parts of a condition, joined by AND, that depend on who is asking. */
export function askingParts(condition: Node | null, facts: PolicyFacts): Node[] {
  return conjunctsOf(condition).filter((part) => facts.identity.isAskedBy(part));
}

/** The columns that a condition compares with who is asking, such as `user_id = auth.uid()`. */
export function ownerColumns(
  condition: Node | null,
  table: PolicyTable,
  facts: PolicyFacts,
): Set<string> {
  const outsideOfSubqueries = (kind: string, node: object) =>
    kind !== 'SubLink' || soleValue(node) !== null;
  const pairs = findNodes(askingParts(condition, facts), 'A_Expr', outsideOfSubqueries)
    .filter((expression) => operatorOf(expression) === '=')
    .flatMap(({ lexpr, rexpr }) =>
      lexpr && rexpr
        ? [
            [lexpr, rexpr],
            [rexpr, lexpr],
          ]
        : [],
    );
  return new Set(
    pairs.flatMap(([column, other]) =>
      column && 'ColumnRef' in unwrap(column) && facts.identity.isAskedBy(other)
        ? [...ownColumns(column, table)]
        : [],
    ),
  );
}

/** What else must hold for a row that is written: the parts of restrictive policies that ask who is asking. */
export function restrictiveParts(policy: Policy, verb: Verb, facts: PolicyFacts): Node[] {
  return facts
    .policiesOf(policy.tableId, verb)
    .filter(({ permissive }) => !permissive)
    .flatMap((other) => askingParts(writtenCondition(other), facts));
}
