/** `catb migrate`: the migrations. */
import {
  migrateDown,
  migrateUp,
  migrationStatus,
  newMigration,
  supabaseDirectory,
  verifyMigrations,
  type VerifyReport,
} from '@catb/database';
import { InvalidArgumentError, type Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain, type Explanation } from '../explain-command.ts';
import { errorFields, exitCodes, printError } from '../report-error.ts';

interface FolderOption {
  directory?: string;
}

interface RangeOptions extends DatabaseOption, FolderOption {
  to?: string;
  steps?: number;
}

interface UpOptions extends RangeOptions {
  includeAll?: boolean;
}

const log = (line: string) => console.error(line);

/** Adds `migrate up`, `down`, `status`, `new` and `verify`. */
export function addMigrateCommand(program: Command): void {
  const migrate = program.command('migrate').description('apply, roll back and check migrations');
  const add = (name: string, description: string, explanation: Explanation) =>
    explain(
      withFolderOption(withDatabaseOption(migrate.command(name).description(description))),
      explanation,
    );

  add('up', 'apply what is pending', {
    example: 'catb migrate up --db-url postgresql://postgres@127.0.0.1:5432/app',
    exits: { findings: 'a migration failed or may not be applied; the reason is printed' },
  })
    .option('--to <version>', 'up to and with this one')
    .option('--steps <n>', 'so many (default: all)', wholeNumber)
    .option('--include-all', 'those too that are older than one that was applied')
    .action(async (options: UpOptions) => {
      const { applied } = await withDatabase(options, ({ url }) =>
        migrateUp({
          url,
          log,
          includeAll: options.includeAll ?? false,
          ...folder(options),
          ...range(options),
        }),
      );
      if (options.json) console.log(JSON.stringify({ applied }));
      else console.log(applied.length === 0 ? 'Nothing to apply.' : `Applied ${applied.length}.`);
    });

  add('down', 'roll back the newest, keeping other data', {
    example: 'catb migrate down --steps 2',
    exits: { findings: 'a rollback failed, or there is none; the reason is printed' },
  })
    .option('--to <version>', 'down to this one, which stays')
    .option('--steps <n>', 'so many (default: 1)', wholeNumber)
    .action(async (options: RangeOptions) => {
      const { rolledBack } = await withDatabase(options, ({ url }) =>
        migrateDown({ url, log, ...folder(options), ...range(options) }),
      );
      if (options.json) console.log(JSON.stringify({ rolledBack }));
      else console.log(`Rolled back ${rolledBack.length}.`);
    });

  add('status', 'list every migration and its state', {
    example: 'catb migrate status --json',
    exits: { fine: 'every migration is applied', findings: 'some are not, or differ' },
  }).action(async (options: DatabaseOption & FolderOption) => {
    const status = await withDatabase(options, ({ url }) =>
      migrationStatus({ url, ...folder(options) }),
    );
    if (options.json) console.log(JSON.stringify(status));
    else
      for (const { version, name, state } of status.migrations)
        console.log(`${version}  ${state.padEnd(12)}  ${name}`);
    if (!status.current) process.exitCode = exitCodes.findings;
  });

  explain(
    withFolderOption(
      migrate.command('new <name>').description('make an empty migration and its rollback'),
    ).option('--json', 'print one JSON document, for programs'),
    {
      example: 'catb migrate new add_breeds',
      exits: { findings: 'the files could not be made', unreachable: null },
    },
  ).action(async (name: string, options: FolderOption & { json?: boolean }) => {
    const made = await newMigration({ directory: options.directory ?? supabaseDirectory(), name });
    console.log(options.json ? JSON.stringify(made) : `${made.migration}\n${made.rollback}`);
  });

  add('verify', 'prove every migration up, down and up again, on a throw-away database', {
    example: 'catb migrate verify',
    exits: { findings: 'a migration failed, or did not come back the same' },
  }).action(async (options: DatabaseOption & FolderOption) => {
    const report = await withDatabase(options, ({ url }) =>
      verifyMigrations({ url, log, ...folder(options) }),
    );
    if (options.json) console.log(JSON.stringify(forPrograms(report)));
    else describe(report);
    if (!report.ok) process.exitCode = exitCodes.findings;
  });
}

/** An error's message is not among what JSON takes of it by itself. */
function forPrograms({ failure, ...report }: VerifyReport): object {
  if (failure === undefined) return report;
  return { ...report, failure: { ...failure, error: errorFields(failure.error) } };
}

function describe({ ok, differences, failure }: VerifyReport): void {
  if (ok) console.log('Every migration comes back the same.');
  for (const { file, step, lines } of differences) {
    console.log([`${file}, ${step}, does not come back the same:`, ...lines].join('\n  '));
  }
  if (failure === undefined) return;
  console.log(`${failure.file}, ${failure.step}, failed:`);
  printError(errorFields(failure.error));
}

function withFolderOption(command: Command): Command {
  return command.option(
    '--directory <folder>',
    'the folder that holds migrations/ and rollbacks/ (default: that of catb itself)',
  );
}

function folder({ directory }: FolderOption): FolderOption {
  return directory === undefined ? {} : { directory };
}

function range({ to, steps }: RangeOptions): { to?: string; steps?: number } {
  return { ...(to === undefined ? {} : { to }), ...(steps === undefined ? {} : { steps }) };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('a whole number from 1 on');
  return Number(text);
}
