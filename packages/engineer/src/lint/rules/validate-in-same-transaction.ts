/** In charge of the rule about constraints that are validated where they were added not valid. */
import { quoteName } from '../facts/names.ts';
import { onTableCommands } from '../facts/table-commands.ts';
import { describeSize, levelBySize } from '../facts/table-size.ts';
import { sizeOf, type LintRule } from '../rule.ts';

export const validateInSameTransaction: LintRule = {
  name: 'validate-in-same-transaction',
  title: 'A constraint is validated in the transaction that adds it',
  on: onTableCommands(({ file, statement, command, table }) => {
    if (command.subtype !== 'AT_ValidateConstraint') return [];
    const name = command.name ?? '';
    const addedHere = file.facts.commands
      .of(table)
      .some(
        (each) =>
          each.subtype === 'AT_AddConstraint' &&
          each.name === name &&
          each.statement.order <= statement.order,
      );
    if (!addedHere) return [];
    const size = sizeOf(file, table);
    return [
      {
        level: levelBySize(size),
        object: table,
        message: `${quoteName(name)} is added and validated in one transaction: the lock of adding it is held while all of ${table} is read, and nothing is won by not valid.`,
        detail: describeSize(size),
        hint: 'Validate it in the next migration.',
      },
    ];
  }),
};
