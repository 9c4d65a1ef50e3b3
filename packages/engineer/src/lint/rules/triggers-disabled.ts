/** In charge of the rule about triggers that are switched off, foreign keys among them. */
import { onTableCommands } from '../facts/table-commands.ts';
import type { LintRule } from '../rule.ts';
import { nodesOf } from '../sql/nodes.ts';

/** What switches off, and what of it switches on again. */
const opposites: Readonly<Record<string, readonly string[]>> = {
  AT_DisableTrig: ['AT_EnableTrig', 'AT_EnableAlwaysTrig', 'AT_EnableTrigAll'],
  AT_DisableTrigAll: ['AT_EnableTrigAll'],
  AT_DisableTrigUser: ['AT_EnableTrigUser', 'AT_EnableTrigAll'],
};

export const triggersDisabled: LintRule = {
  name: 'triggers-disabled',
  title: 'Triggers are switched off, and foreign keys with them',
  on: {
    ...onTableCommands(({ file, statement, command, table }) => {
      const opposite = opposites[command.subtype ?? ''];
      if (opposite === undefined || statement.context === 'function') return [];
      const backOn = file.facts.commands
        .of(table)
        .some((each) => each.statement.order > statement.order && opposite.includes(each.subtype));
      if (backOn) return [];
      const all = command.subtype === 'AT_DisableTrigAll';
      return [
        {
          level: 'error',
          object: table,
          message: `${all ? 'Every trigger' : `Trigger ${command.name ?? 'of a user'}`} of ${table} stays off${all ? ', and its foreign keys are no longer checked' : ''}.`,
          hint: 'Switch it on again at the end of the same file, or drop it if it is not wanted.',
        },
      ];
    }),
    VariableSetStmt: ({ name, args, is_local }, { statement }) => {
      const [value] = nodesOf(args, 'A_Const').map(
        (each) => (each as { sval?: { sval?: string } }).sval?.sval ?? '',
      );
      if (name !== 'session_replication_role' || value !== 'replica') return [];
      if (statement.context === 'function') return [];
      return [
        {
          level: is_local === true ? 'warning' : 'error',
          object: null,
          message: `No trigger runs and no foreign key is checked from here on${is_local === true ? ' to the end of the transaction' : ', in this connection'}.`,
          hint: 'Disable the one trigger that is in the way, and enable it again in the same file.',
        },
      ];
    },
  },
};
