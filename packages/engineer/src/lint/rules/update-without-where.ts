/** In charge of the rule about updates of every row. */
import { checkWholeTable } from '../facts/whole-table.ts';
import type { LintRule } from '../rule.ts';

export const updateWithoutWhere: LintRule = {
  name: 'update-without-where',
  title: 'An update of every row',
  on: { UpdateStmt: (node, visit) => checkWholeTable('update', node, visit) },
};
