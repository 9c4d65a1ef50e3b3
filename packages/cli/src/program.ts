/** In charge of which commands there are. Building the program runs nothing. */
import { Command } from 'commander';
import { version } from './version.ts';

/**
 * Where each command is, in the order in which help lists them. A command's code is loaded when it is
 * the one that is meant: all of them together would be most of the time that any of them takes.
 */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  start: async () => (await import('./commands/start.ts')).addStartCommand,
  db: async () => (await import('./commands/db.ts')).addDbCommand,
  migrate: async () => (await import('./commands/migrate.ts')).addMigrateCommand,
  'admin-key': async () => (await import('./commands/admin-key.ts')).addAdminKeyCommand,
  inspect: async () => (await import('./commands/inspect.ts')).addInspectCommand,
  diagram: async () => (await import('./commands/diagram.ts')).addDiagramCommand,
  docs: async () => (await import('./commands/docs.ts')).addDocsCommand,
  audit: async () => (await import('./commands/audit.ts')).addAuditCommand,
  lint: async () => (await import('./commands/lint.ts')).addLintCommand,
  prove: async () => (await import('./commands/prove.ts')).addProveCommand,
  rls: async () => (await import('./commands/rls.ts')).addRlsCommand,
  prices: async () => (await import('./commands/prices.ts')).addPricesCommand,
  analytics: async () => (await import('./commands/analytics.ts')).addAnalyticsCommand,
  budget: async () => (await import('./commands/budget.ts')).addBudgetCommand,
  backup: async () => (await import('./commands/backup.ts')).addBackupCommand,
  retention: async () => (await import('./commands/retention.ts')).addRetentionCommand,
  import: async () => (await import('./commands/import.ts')).addImportCommand,
  export: async () => (await import('./commands/export.ts')).addExportCommand,
  demo: async () => (await import('./commands/demo.ts')).addDemoCommand,
  replay: async () => (await import('./commands/replay.ts')).addReplayCommand,
};

/**
 * The command line; it throws commander's errors instead of ending the process.
 *
 * @param name of the command that is meant; with none, or an unknown one, every command is there
 */
export async function buildProgram(name?: string): Promise<Command> {
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

  const meant = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  for (const load of meant === undefined ? Object.values(commands) : [meant]) {
    (await load())(program);
  }
  return program;
}
