/** In charge of the rule about types of columns that change, and rows that are rewritten for it. */
import { quoteName, typeModifiers, typeText } from '../facts/names.ts';
import { onTableCommands, type CommandVisit } from '../facts/table-commands.ts';
import { describeSize, levelBySize } from '../facts/table-size.ts';
import { isPlainUsing, keepsRows, type ColumnType } from '../facts/type-change.ts';
import { relationOf, type Fault, type LintRule } from '../rule.ts';
import { asNode } from '../sql/nodes.ts';

export const alterColumnType: LintRule = {
  name: 'alter-column-type',
  title: 'A change of type rewrites the table',
  on: onTableCommands(check),
};

function check({ file, command, table }: CommandVisit): Fault[] {
  if (command.subtype !== 'AT_AlterColumnType') return [];
  const name = command.name ?? '';
  const definition = asNode(command.def, 'ColumnDef');
  const [length = null, scale = null] = typeModifiers(definition?.typeName);
  const newer: ColumnType = { type: typeText(definition?.typeName), length, scale };
  const relation = relationOf(file, table);
  const older = relation?.columns.find((column) => column.name === name);
  const plain = isPlainUsing(definition?.raw_default, name);
  if (older !== undefined && plain && keepsRows(older, newer)) return [];
  const column = `${table}.${quoteName(name)}`;
  return [
    {
      level: levelBySize(relation?.size),
      object: column,
      message: `${table} and its indexes are written anew${older === undefined ? ', unless the old and the new type have the same bytes' : `, from ${describeType(older)} to ${describeType(newer)}`}: nobody reads or writes it meanwhile.`,
      detail: describeSize(relation?.size),
      hint:
        older === undefined
          ? 'With --db-url the column’s type and the table’s size are known, and a change that rewrites nothing is not reported.'
          : 'Add a column of the new type, fill it in batches, keep the two the same by a trigger, and change the names at the end.',
    },
  ];
}

function describeType({ type, length, scale }: ColumnType): string {
  if (length === null) return type;
  return `${type}(${length}${scale === null || scale === 0 ? '' : `,${scale}`})`;
}
