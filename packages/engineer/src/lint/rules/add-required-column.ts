/** In charge of the rule about new columns that rows which are there can't fill. */
import { quoteName, typeText } from '../facts/names.ts';
import { onTableCommands } from '../facts/table-commands.ts';
import { describeSize, isEmpty } from '../facts/table-size.ts';
import { sizeOf, type LintRule } from '../rule.ts';
import { asNode, nodesOf } from '../sql/nodes.ts';

const fills = ['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'];
const demands = ['CONSTR_NOTNULL', 'CONSTR_PRIMARY'];

export const addRequiredColumn: LintRule = {
  name: 'add-required-column',
  title: 'A new column must not be null, and old rows have nothing in it',
  on: onTableCommands(({ file, command, table }) => {
    const column = asNode(command.def, 'ColumnDef');
    if (command.subtype !== 'AT_AddColumn' || column === undefined) return [];
    const kinds = nodesOf(column.constraints, 'Constraint').map(({ contype }) => contype ?? '');
    const required = kinds.some((kind) => demands.includes(kind));
    const filled = kinds.some((kind) => fills.includes(kind));
    const size = sizeOf(file, table);
    if (!required || filled || isEmpty(size)) return [];
    if (typeText(column.typeName).includes('serial')) return [];
    const name = quoteName(column.colname ?? '');
    return [
      {
        level: size === undefined ? 'warning' : 'error',
        object: `${table}.${name}`,
        message: `This fails as soon as ${table} has a row: ${name} may not be null and has no default.`,
        detail: describeSize(size),
        hint: 'Give it a default, or add it without not null, fill it, and demand it in a later migration.',
      },
    ];
  }),
};
