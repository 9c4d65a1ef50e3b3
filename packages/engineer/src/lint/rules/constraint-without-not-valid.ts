/** In charge of the rule about constraints for which the whole table is read at once. */
import { makeNotValid } from '../fix/make-not-valid.ts';
import { writtenName } from '../facts/made-objects.ts';
import { joinName } from '../facts/names.ts';
import { onTableCommands, type CommandVisit } from '../facts/table-commands.ts';
import { describeSize, levelBySize } from '../facts/table-size.ts';
import { relationOf, type Fault, type LintRule } from '../rule.ts';
import { asNode, nodesOf, type NodeOf } from '../sql/nodes.ts';

const labels: Readonly<Record<string, string>> = {
  CONSTR_FOREIGN: 'foreign key',
  CONSTR_CHECK: 'check',
  CONSTR_NOTNULL: 'not null',
};

export const constraintWithoutNotValid: LintRule = {
  name: 'constraint-without-not-valid',
  title: 'A constraint is checked against every row at once',
  on: onTableCommands((visit) => {
    const { subtype, def } = visit.command;
    const constraint = asNode(def, 'Constraint');
    if (subtype === 'AT_AddConstraint' && constraint !== undefined) return check(visit, constraint);
    const column = asNode(def, 'ColumnDef');
    if (subtype !== 'AT_AddColumn') return [];
    return nodesOf(column?.constraints, 'Constraint')
      .filter(({ contype }) => contype !== 'CONSTR_NOTNULL')
      .flatMap((each) => check(visit, each));
  }),
};

function check(visit: CommandVisit, constraint: NodeOf<'Constraint'>): Fault[] {
  const { file, table, command } = visit;
  const label = labels[constraint.contype ?? ''];
  if (label === undefined || constraint.skip_validation === true) return [];
  const relation = relationOf(file, table);
  const referenced = constraint.pktable
    ? file.facts.qualify(writtenName(constraint.pktable), visit.statement.order)
    : undefined;
  const name = constraint.conname === undefined ? '' : ` ${joinName(constraint.conname)}`;
  // PostgreSQL 18 is the first that takes a foreign key on a partitioned table without checking it.
  const mustCheck = relation?.kind === 'p' && referenced !== undefined && file.settings.major < 18;
  const inColumn = command.subtype === 'AT_AddColumn';
  return [
    {
      level: levelBySize(relation?.size),
      object: table,
      message: referenced
        ? `The foreign key${name} is checked against every row of ${table} at once, and nobody writes ${table} or ${referenced} meanwhile.`
        : `The ${label}${name} is checked against every row of ${table} at once, and nobody reads or writes it meanwhile.`,
      detail: describeSize(relation?.size),
      hint: mustCheck
        ? 'A partitioned table can’t have a foreign key that is not valid before PostgreSQL 18: add it to each partition first, not valid, and validate it there.'
        : `Add it${inColumn ? ' in a command of its own,' : ''} not valid, and validate it in the next migration, which lets everybody read and write.`,
      fix: mustCheck || inColumn ? undefined : makeNotValid(visit, constraint),
    },
  ];
}
