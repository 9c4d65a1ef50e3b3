/** `catb migrate`: the migrations. */
import {
  migrateDown,
  migrateUp,
  migrationStatus,
  newMigration,
  supabaseDirectory,
  verifyMigrations,
} from '@catb/database';
import { InvalidArgumentError, type Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { exitCodes } from '../report-error.ts';

interface RunOptions extends DatabaseOption {
  to?: string;
  steps?: number;
}

const log = (line: string) => console.error(line);

/** Adds `migrate up`, `down`, `status`, `new` and `verify`. */
export function addMigrateCommand(program: Command): void {
  const migrate = program.command('migrate').description('apply, roll back and check migrations');

  withDatabaseOption(migrate.command('up').description('apply what is pending'))
    .option('--to <version>', 'up to and with this one')
    .option('--steps <n>', 'so many', wholeNumber)
    .action(async (options: RunOptions) => {
      const { applied } = await withDatabase(options, ({ url }) =>
        migrateUp({ url, log, ...range(options) }),
      );
      if (options.json) console.log(JSON.stringify({ applied }));
      else console.log(applied.length === 0 ? 'Nothing to apply.' : `Applied ${applied.length}.`);
    });

  withDatabaseOption(
    migrate.command('down').description('roll back the newest, keeping other data'),
  )
    .option('--to <version>', 'down to this one, which stays')
    .option('--steps <n>', 'so many (default 1)', wholeNumber)
    .action(async (options: RunOptions) => {
      const { rolledBack } = await withDatabase(options, ({ url }) =>
        migrateDown({ url, log, ...range(options) }),
      );
      if (options.json) console.log(JSON.stringify({ rolledBack }));
      else console.log(`Rolled back ${rolledBack.length}.`);
    });

  withDatabaseOption(
    migrate.command('status').description('list every migration and its state'),
  ).action(async (options: DatabaseOption) => {
    const status = await withDatabase(options, ({ url }) => migrationStatus({ url }));
    if (options.json) console.log(JSON.stringify(status));
    else
      for (const { version, name, state } of status.migrations)
        console.log(`${version}  ${state.padEnd(12)}  ${name}`);
    if (!status.current) process.exitCode = exitCodes.findings;
  });

  migrate
    .command('new <name>')
    .description('make an empty migration and its rollback')
    .option('--json', 'for programs')
    .action(async (name: string, { json }: { json?: boolean }) => {
      const made = await newMigration({ directory: supabaseDirectory(), name });
      console.log(json ? JSON.stringify(made) : `${made.migration}\n${made.rollback}`);
    });

  withDatabaseOption(
    migrate
      .command('verify')
      .description('prove every migration up, down and up again, on a throw-away database'),
  ).action(async (options: DatabaseOption) => {
    const report = await withDatabase(options, ({ url }) => verifyMigrations({ url, log }));
    if (options.json) console.log(JSON.stringify(report));
    else if (report.ok) console.log('Every migration comes back the same.');
    else for (const difference of report.differences) console.log(JSON.stringify(difference));
    if (!report.ok) process.exitCode = exitCodes.findings;
  });
}

function range({ to, steps }: RunOptions): { to?: string; steps?: number } {
  return { ...(to === undefined ? {} : { to }), ...(steps === undefined ? {} : { steps }) };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('a whole number from 1 on');
  return Number(text);
}
