/** In charge of the rule about `truncate`. */
import { describeSize, isEmpty } from '../facts/table-size.ts';
import { writtenName } from '../facts/made-objects.ts';
import { isNew, sizeOf, type LintRule } from '../rule.ts';
import { nodesOf } from '../sql/nodes.ts';

export const truncateTable: LintRule = {
  name: 'truncate-table',
  title: 'A table is emptied',
  on: {
    TruncateStmt: (node, { file, statement }) =>
      nodesOf(node.relations, 'RangeVar').flatMap((relation) => {
        const table = file.facts.qualify(writtenName(relation), statement.order);
        const own = file.facts.makesInBody(statement, writtenName(relation));
        if (own || isNew(file, table, statement)) return [];
        const size = sizeOf(file, table);
        const cascades = node.behavior === 'DROP_CASCADE';
        const loud = statement.context === 'function' ? 'warning' : 'error';
        return [
          {
            level: isEmpty(size) && !cascades ? 'info' : loud,
            object: table,
            message: cascades
              ? `This empties ${table}, and every table with a foreign key to it, and so on.`
              : `This empties ${table}. No policy and no row trigger is asked.`,
            detail: describeSize(size),
            hint: cascades
              ? 'Name the tables that are to be emptied, and leave out cascade.'
              : 'Delete the rows that have to go. No rollback brings these back.',
            offset: statement.place(relation.location),
          },
        ];
      }),
  },
};
