/** In charge of the rule about drops that take along what depends on them. */
import { findDroppedObjects } from '../facts/dropped-objects.ts';
import { onTableCommands } from '../facts/table-commands.ts';
import { joinName } from '../facts/names.ts';
import type { LintRule } from '../rule.ts';

const hint =
  'Drop what depends on it by name, in the same file, so that a reader sees it and the rollback can bring it back.';

export const dropCascade: LintRule = {
  name: 'drop-cascade',
  title: 'A drop takes along whatever depends on it',
  on: {
    DropStmt: (node, { file, statement }) => {
      if (node.behavior !== 'DROP_CASCADE' || statement.context === 'function') return [];
      return findDroppedObjects(node, file.facts, statement.order)
        .filter(({ kind, name }) => !file.facts.makes(kind, name, statement.order))
        .map(({ label, name }) => ({
          // What depends on a migration's own objects is most likely its own too.
          level: file.direction === 'down' ? 'warning' : 'error',
          object: name,
          message: `Whatever depends on ${label} ${name} goes with it, here and on every other database, and is not listed.`,
          hint,
        }));
    },
    DropOwnedStmt: (node, { statement }) =>
      statement.context === 'function'
        ? []
        : [
            {
              level: 'error',
              object: null,
              message: `Everything that the role owns in this database is dropped${node.behavior === 'DROP_CASCADE' ? ', and whatever depends on it' : ''}.`,
              hint,
            },
          ],
    ...onTableCommands(({ command, table }) => {
      if (command.behavior !== 'DROP_CASCADE') return [];
      const name = joinName(command.name ?? '');
      const what = command.subtype === 'AT_DropColumn' ? 'column' : 'constraint';
      const object = what === 'column' ? `${table}.${name}` : table;
      const message = `Whatever depends on ${what} ${name} of ${table} goes with it: views, functions’ defaults, keys and policies.`;
      return [{ level: 'error', object, message, hint }];
    }),
  },
};
