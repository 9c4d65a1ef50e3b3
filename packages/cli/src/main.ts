#!/usr/bin/env node
/** The command line `catb`: lists the commands, and is the one place where an error ends one. */
import { Command, CommanderError } from 'commander';
import { addAuditCommand } from './commands/audit.ts';
import { addDbCommand } from './commands/db.ts';
import { addDiagramCommand } from './commands/diagram.ts';
import { addDocsCommand } from './commands/docs.ts';
import { addExportCommand } from './commands/export.ts';
import { addImportCommand } from './commands/import.ts';
import { addInspectCommand } from './commands/inspect.ts';
import { addLintCommand } from './commands/lint.ts';
import { addMigrateCommand } from './commands/migrate.ts';
import { addProveCommand } from './commands/prove.ts';
import { addReplayCommand } from './commands/replay.ts';
import { addRlsCommand } from './commands/rls.ts';
import { addStartCommand } from './commands/start.ts';
import { exitCodes, reportError } from './report-error.ts';
import { version } from './version.ts';

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

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongUse;
  } else {
    process.exitCode = reportError(error, process.argv.includes('--json'));
  }
}
