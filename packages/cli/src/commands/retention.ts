/** `catb retention`: how long data is kept, what would go, what goes, and what is on hold. */
import type { Command } from 'commander';
import { addHoldCommands } from '../retention/hold-commands.ts';
import { addPlanCommand } from '../retention/plan-command.ts';
import { addPolicyCommands } from '../retention/policy-commands.ts';
import { addRunCommand } from '../retention/run-command.ts';

/** Adds `retention set`, `list`, `remove`, `plan`, `run`, `hold`, `release` and `holds`. */
export function addRetentionCommand(program: Command): void {
  const retention = program
    .command('retention')
    .description('decide how long data is kept, and remove what is due');
  addPolicyCommands(retention);
  addPlanCommand(retention);
  addRunCommand(retention);
  addHoldCommands(retention);
}
