/** In charge of which calls in a policy are made again for each row. */
import type { Policy } from './policy.ts';
import { calledName, findNodes, soleValue } from './walk-tree.ts';

/** A call that no `(select …)` keeps from being repeated. */
export interface RepeatedCall {
  name: string;
  /** Whether an argument is a column, so that it has to be repeated. */
  takesColumns: boolean;
}

/**
 * The calls outside of `(select call())`, which is made once a statement. One inside a subquery over
 * tables is repeated as well: for each of its rows, or each time that it runs.
 */
export function callsPerRow(policy: Policy): RepeatedCall[] {
  return findNodes([policy.using, policy.check], 'FuncCall', isRepeated).map((call) => ({
    name: calledName(call),
    takesColumns: findNodes(call.args ?? [], 'ColumnRef').length > 0,
  }));
}

function isRepeated(kind: string, node: object): boolean {
  return kind !== 'SubLink' || soleValue(node) === null || findNodes(node, 'ColumnRef').length > 0;
}
