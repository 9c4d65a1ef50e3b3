/** In charge of the rule about changes of where and how a table is kept. */
import { onTableCommands } from '../facts/table-commands.ts';
import { describeSize, levelBySize } from '../facts/table-size.ts';
import { sizeOf, type LintRule } from '../rule.ts';

const changes: Readonly<Record<string, string>> = {
  AT_SetLogged: 'Logged or not',
  AT_SetUnLogged: 'Logged or not',
  AT_SetAccessMethod: 'A new access method',
  AT_SetTableSpace: 'A new tablespace',
};

export const storageChangeRewrites: LintRule = {
  name: 'storage-change-rewrites',
  title: 'A change of storage copies the whole table',
  on: onTableCommands(({ file, command, table }) => {
    const change = changes[command.subtype ?? ''];
    if (change === undefined) return [];
    const size = sizeOf(file, table);
    const loses = command.subtype === 'AT_SetUnLogged';
    return [
      {
        level: loses ? 'error' : levelBySize(size),
        object: table,
        message: `${change}: all of ${table} is copied, and nobody reads or writes it meanwhile.${loses ? ' From then on a crash empties it, and replicas don’t have it.' : ''}`,
        detail: describeSize(size),
        hint: loses
          ? 'Keep it logged, unless its rows may be lost.'
          : 'Do it in a quiet hour with a lock_timeout, or move the rows in batches to a table made that way.',
      },
    ];
  }),
};
