/** In charge of which commands there are. Building the program runs nothing. */
import { Command } from 'commander';
import { addAuditCommand } from './commands/audit.ts';
import { addDiagramCommand } from './commands/diagram.ts';
import { addDocsCommand } from './commands/docs.ts';
import { addInspectCommand } from './commands/inspect.ts';
import { addLintCommand } from './commands/lint.ts';
import { addProveCommand } from './commands/prove.ts';
import { addRlsCommand } from './commands/rls.ts';
import { addDbCommand } from './commands/db.ts';
import { addExportCommand } from './commands/export.ts';
import { addImportCommand } from './commands/import.ts';
import { addMigrateCommand } from './commands/migrate.ts';
import { addReplayCommand } from './commands/replay.ts';
import { addStartCommand } from './commands/start.ts';
import { version } from './version.ts';

/** The command line with every command; it throws commander's errors instead of ending the process. */
export function buildProgram(): Command {
  const program = new Command('catb')
    .description(
      'The backend of a health chatbot on PostgreSQL, and the tools that keep its database right.',
    )
    .version(version)
    .showHelpAfterError('(catb --help lists the commands)')
    .addHelpText(
      'after',
      '\nExit status: 0 fine, 1 findings or a failed proof, 2 wrong use, 3 the database could not be reached.' +
        '\nSettings are environment variables; see docs/reference/settings.md.',
    )
    .exitOverride();

  addStartCommand(program);
  addDbCommand(program);
  addMigrateCommand(program);
  addInspectCommand(program);
  addDiagramCommand(program);
  addDocsCommand(program);
  addAuditCommand(program);
  addLintCommand(program);
  addProveCommand(program);
  addRlsCommand(program);
  addImportCommand(program);
  addExportCommand(program);
  addReplayCommand(program);
  return program;
}
