/** `catb lint`: what is wrong with migrations before anybody runs them. */
import {
  judgeRun,
  lintMigrations,
  plainFinding,
  planFixes,
  renderGithub,
  renderSarif,
  renderText,
  writeFixes,
  type LintReport,
  type LintRun,
} from '@catb/engineer';
import { findDatabase, readSettings } from '@catb/database';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { parseDatabaseUrl } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { exitCodes } from '../report-error.ts';
import { showProgress } from '../show-progress.ts';
import { version } from '../version.ts';

interface LintCommandOptions {
  dbUrl?: string | false;
  json?: boolean;
  format: 'text' | 'json' | 'sarif' | 'github';
  fix?: boolean;
  pgVersion?: number;
  schema?: string[];
  accepted?: boolean;
  acceptedFile?: string;
  rulePages?: string;
  squawk: boolean;
}

/** Files beyond which somebody waits long enough to want to know how long still. */
const filesWithoutProgress = 20;

/** Adds `lint`. */
export function addLintCommand(program: Command): void {
  const command = program
    .command('lint <migrations...>')
    .description('find what is wrong with migrations: files, or folders with .sql files')
    .addOption(
      new Option(
        '--db-url <url>',
        'judge by what this database has; it is only read (default: DATABASE_URL, else the embedded server if it runs, else the files alone)',
      )
        .env('DATABASE_URL')
        .argParser(parseDatabaseUrl),
    )
    .option('--no-db-url', 'by the files alone, whatever database there is')
    .option('--json', 'print an array of findings, the same as --format json')
    .addOption(
      new Option('--format <format>', 'how to print what is found')
        .choices(['text', 'json', 'sarif', 'github'])
        .default('text'),
    )
    .option('--fix', 'write the safe form where that needs no judgement, and show what changes')
    .option(
      '--pg-version <major>',
      'the PostgreSQL that is meant (default: the database’s, else 15)',
      wholeMajor,
    )
    .option('--schema <names...>', 'the schemas that an API serves (default: public)')
    .option('--accepted', 'show what is accepted, with the reasons')
    .option(
      '--accepted-file <path>',
      'what is accepted (default: accepted-findings.json beside the folder of migrations)',
    )
    .option('--rule-pages <url>', 'where the rules’ pages are served, for SARIF')
    .option('--no-squawk', 'leave out squawk’s rules')
    .action(async (paths: string[], options: LintCommandOptions) => {
      const dbUrl = await findCatalog(options);
      let run = await check(paths, dbUrl, options);
      if (options.fix) {
        await mend(run);
        run = await check(paths, dbUrl, options);
      }
      const report = await judgeRun(run, options.acceptedFile);
      print(report, run, options);
      if (!report.ok) process.exitCode = exitCodes.findings;
    });
  explain(command, {
    example: 'catb lint supabase/migrations supabase/rollbacks',
    exits: { fine: 'nothing but notes', findings: 'an error or a warning is open' },
  });
}

/** Nobody is made to wait for a server to start: one that runs is asked, and that is said. */
async function findCatalog({ dbUrl }: LintCommandOptions): Promise<string | undefined> {
  if (dbUrl === false) return undefined;
  const found = await findDatabase(readSettings(), dbUrl);
  if (found?.isEmbedded) {
    console.error('Judged by what the embedded server has. --no-db-url: by the files alone.');
  }
  return found?.url;
}

async function check(
  paths: string[],
  dbUrl: string | undefined,
  options: LintCommandOptions,
): Promise<LintRun> {
  let progress: ReturnType<typeof showProgress> | undefined;
  try {
    return await lintMigrations({
      paths,
      ...(dbUrl === undefined ? {} : { dbUrl }),
      ...(options.pgVersion === undefined ? {} : { major: options.pgVersion }),
      ...(options.schema === undefined ? {} : { exposedSchemas: options.schema }),
      withoutSquawk: !options.squawk,
      onFile: (path, done, total) => {
        if (total <= filesWithoutProgress) return;
        progress ??= showProgress('Checking', total);
        progress.update(done, path);
      },
    });
  } finally {
    progress?.stop();
  }
}

/** On standard error, so that what is found stays alone on standard output. */
async function mend(run: LintRun): Promise<void> {
  const plan = planFixes(run);
  for (const { diff } of plan.files) process.stderr.write(diff);
  for (const { path, reason } of plan.refused)
    console.error(`catb: ${path} stays as it is. ${reason}`);
  await writeFixes(plan);
  console.error(
    plan.mended === 0 ? 'Nothing to mend.' : `Mended ${plan.mended}; look at the difference.`,
  );
}

function print(report: LintReport, run: LintRun, options: LintCommandOptions): void {
  const format = options.json ? 'json' : options.format;
  if (format === 'json') {
    console.log(JSON.stringify(report.findings.map(plainFinding)));
  } else if (format === 'sarif') {
    const { rulePages } = options;
    process.stdout.write(
      renderSarif(report, { version, ...(rulePages === undefined ? {} : { rulePages }) }),
    );
  } else if (format === 'github') {
    process.stdout.write(renderGithub(report));
  } else {
    const sources = new Map(run.files.map(({ file }) => [file.source.file, file.source]));
    const text = renderText(report, sources, {
      colour: process.stdout.isTTY && !process.env['NO_COLOR'],
      width: Math.min(Math.max(process.stdout.columns || 100, 60), 120),
      showAccepted: options.accepted ?? false,
    });
    process.stdout.write(text);
  }
}

function wholeMajor(text: string): number {
  if (!/^\d{2}$/.test(text)) throw new InvalidArgumentError('a major version such as 15 or 18');
  return Number(text);
}
