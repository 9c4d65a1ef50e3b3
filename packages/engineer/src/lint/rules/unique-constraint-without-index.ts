/** In charge of the rule about unique and primary keys whose index is built under a lock. */
import { joinName } from '../facts/names.ts';
import { onTableCommands, type CommandVisit } from '../facts/table-commands.ts';
import { describeSize, levelBySize } from '../facts/table-size.ts';
import { sizeOf, type Fault, type LintRule } from '../rule.ts';
import { asNode, nodesOf, type NodeOf } from '../sql/nodes.ts';

const labels: Readonly<Record<string, string>> = {
  CONSTR_PRIMARY: 'primary key',
  CONSTR_UNIQUE: 'unique',
  CONSTR_EXCLUSION: 'exclude',
};

export const uniqueConstraintWithoutIndex: LintRule = {
  name: 'unique-constraint-without-index',
  title: 'A key builds its index while nobody may use the table',
  on: onTableCommands((visit) => {
    const { subtype, def } = visit.command;
    const constraint = asNode(def, 'Constraint');
    if (subtype === 'AT_AddConstraint' && constraint !== undefined) return check(visit, constraint);
    if (subtype !== 'AT_AddColumn') return [];
    return nodesOf(asNode(def, 'ColumnDef')?.constraints, 'Constraint').flatMap((each) =>
      check(visit, each),
    );
  }),
};

function check({ file, table }: CommandVisit, constraint: NodeOf<'Constraint'>): Fault[] {
  const label = labels[constraint.contype ?? ''];
  if (label === undefined || constraint.indexname !== undefined) return [];
  const size = sizeOf(file, table);
  const name = joinName(constraint.conname ?? 'the_name');
  return [
    {
      level: levelBySize(size),
      object: table,
      message: `The index of this ${label} is built while nobody reads or writes ${table}.`,
      detail: describeSize(size),
      hint:
        label === 'exclude'
          ? 'There is no way to build it beside the traffic: choose a quiet hour, and set a lock_timeout.'
          : `Build it with create unique index concurrently in a migration of its own, then add constraint ${name} ${label} using index.`,
    },
  ];
}
