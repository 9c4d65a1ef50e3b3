/** In charge of the rule about `set not null`, which reads the whole table under the strongest lock. */
import { isKnownNotNull } from '../facts/known-not-null.ts';
import { joinName, quoteName } from '../facts/names.ts';
import { onTableCommands } from '../facts/table-commands.ts';
import { describeSize, levelBySize } from '../facts/table-size.ts';
import { sizeOf, type LintRule } from '../rule.ts';

export const setNotNull: LintRule = {
  name: 'set-not-null',
  title: 'set not null reads the whole table while nobody may use it',
  on: onTableCommands(({ file, command, table }) => {
    const column = command.name ?? '';
    if (command.subtype !== 'AT_SetNotNull' || isKnownNotNull(file, table, column)) return [];
    const size = sizeOf(file, table);
    const name = quoteName(column);
    return [
      {
        level: levelBySize(size),
        object: `${table}.${name}`,
        message: `PostgreSQL reads all of ${table} to see that ${name} is never null, and nobody reads or writes it meanwhile.`,
        detail: describeSize(size),
        hint: `First add constraint ${joinName(`${column}_not_null`)} check (${name} is not null) not valid, validate it in the next migration, then set not null: it believes a valid check.`,
      },
    ];
  }),
};
