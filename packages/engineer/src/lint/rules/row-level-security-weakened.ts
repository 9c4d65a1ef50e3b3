/** In charge of the rule about row level security that is switched off, or no longer forced. */
import { onTableCommands, type CommandVisit } from '../facts/table-commands.ts';
import { relationOf, type Fault, type LintRule } from '../rule.ts';

/** What undoes what. */
const opposites: Readonly<Record<string, string>> = {
  AT_DisableRowSecurity: 'AT_EnableRowSecurity',
  AT_NoForceRowSecurity: 'AT_ForceRowSecurity',
};

export const rowLevelSecurityWeakened: LintRule = {
  name: 'row-level-security-weakened',
  title: 'Row level security is switched off or no longer forced',
  on: onTableCommands(check),
};

function check({ file, statement, command, table }: CommandVisit): Fault[] {
  const opposite = opposites[command.subtype ?? ''];
  if (opposite === undefined) return [];
  const isOpposite = ({ subtype }: { subtype: string }) => subtype === opposite;
  const backOn = file.facts.commands
    .of(table)
    .some((each) => isOpposite(each) && each.statement.order > statement.order);
  // A rollback takes back what its migration switched on.
  const undone =
    file.direction === 'down' && file.twin?.commands.of(table).some(isOpposite) === true;
  if (backOn || undone) return [];
  if (command.subtype === 'AT_NoForceRowSecurity') {
    return [
      {
        level: 'warning',
        object: table,
        message: `The owner of ${table}, and every function that runs as the owner, is no longer held by its policies.`,
        hint: 'Keep it forced, and give the owner a policy of its own.',
      },
    ];
  }
  if (relationOf(file, table)?.rowSecurity === false) return [];
  return [
    {
      level: 'error',
      object: table,
      message: `Whoever has a grant on ${table} reads and writes every row of it: its policies count no more.`,
      hint: 'Keep row level security on, and give whoever needs more a policy.',
    },
  ];
}
