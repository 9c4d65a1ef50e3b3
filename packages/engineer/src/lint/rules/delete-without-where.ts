/** In charge of the rule about deleting every row. */
import { checkWholeTable } from '../facts/whole-table.ts';
import type { LintRule } from '../rule.ts';

export const deleteWithoutWhere: LintRule = {
  name: 'delete-without-where',
  title: 'A delete of every row',
  on: { DeleteStmt: (node, visit) => checkWholeTable('delete', node, visit) },
};
