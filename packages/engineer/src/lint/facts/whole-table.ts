/** In charge of updates and deletes that no condition stops. */
import type { NodeOf } from '../sql/nodes.ts';
import { isNew, sizeOf, type Fault, type Visit } from '../rule.ts';
import { holdsAlways } from './conditions.ts';
import { writtenName } from './made-objects.ts';
import { describeSize, isEmpty } from './table-size.ts';

type WholeTableNode = Pick<NodeOf<'UpdateStmt'>, 'relation' | 'whereClause'>;

/** Nothing when there is a condition, or when the table is one that the same file or body makes. */
export function checkWholeTable(
  verb: 'update' | 'delete',
  { relation, whereClause }: WholeTableNode,
  { file, statement, isRoot }: Visit,
): Fault[] {
  const table = file.facts.qualify(writtenName(relation), statement.order);
  const stops = whereClause !== undefined && !holdsAlways(whereClause);
  const own = file.facts.makesInBody(statement, writtenName(relation));
  if (stops || own || isNew(file, table, statement)) return [];
  const size = sizeOf(file, table);
  const inFunction = statement.context === 'function';
  const condition = whereClause === undefined ? 'has no where' : 'has a where that always holds';
  return [
    {
      level: isEmpty(size) ? 'info' : inFunction ? 'warning' : 'error',
      object: table,
      message: `This ${verb} ${condition}: it ${verb}s every row of ${table}${inFunction ? ' whenever the function is called' : ''}.`,
      detail: describeSize(size),
      hint:
        verb === 'update'
          ? 'Name the rows, such as those that are not yet as they should be, and do a big table in batches outside of the migration.'
          : 'Name the rows. If all of them have to go, say so in an allow comment with the reason.',
      ...(isRoot ? {} : { offset: statement.place(relation?.location) }),
    },
  ];
}
