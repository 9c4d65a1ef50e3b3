/** `catb audit`: what is wrong with a live schema. */
import { supabaseDirectory } from '@catb/database';
import {
  auditRules,
  auditSchema,
  findAcceptedFile,
  formatFindings,
  readAcceptedFindings,
  type AuditReport,
} from '@catb/engineer';
import { InvalidArgumentError, type Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { exitCodes } from '../report-error.ts';

interface AuditCommandOptions extends DatabaseOption {
  schema?: string[];
  role?: string[];
  rule?: string[];
  accepted?: boolean;
  acceptedFile?: string;
}

/** Adds `audit`. */
export function addAuditCommand(program: Command): void {
  const command = withDatabaseOption(
    program.command('audit').description('find what is wrong with a live schema, changing nothing'),
  )
    .option(
      '--schema <names...>',
      'the exposed schemas (default: PostgREST’s setting, else public)',
    )
    .option('--role <names...>', 'the roles of strangers (default: anon and authenticated)')
    .option('--rule <name>', 'only this rule; can be repeated', collectRule)
    .option('--accepted', 'show what is accepted, with the reasons')
    .option(
      '--accepted-file <path>',
      'what is accepted (default: accepted-findings.json beside the migrations of this database)',
    )
    .action(async (options: AuditCommandOptions) => {
      const report = await withDatabase(options, ({ url }) => audit(url, options));
      for (const spot of report.blindSpots) console.error(`catb: ${spot}`);
      if (options.json) console.log(JSON.stringify(report.open));
      else console.log(describe(report, options.accepted ?? false));
      if (report.open.some(({ level }) => level !== 'info')) process.exitCode = exitCodes.findings;
    });
  explain(command, {
    example: 'catb audit --schema api --role web_visitor',
    exits: { fine: 'nothing but notes', findings: 'an error or a warning is open' },
  });
}

async function audit(url: string, options: AuditCommandOptions): Promise<AuditReport> {
  const file = options.acceptedFile ?? (await findFile(url));
  const { schema, role, rule } = options;
  return await auditSchema(url, {
    ...(schema === undefined ? {} : { schemas: schema }),
    ...(role === undefined ? {} : { roles: role }),
    ...(rule === undefined ? {} : { rules: auditRules.filter(({ name }) => rule.includes(name)) }),
    accepted: file === null ? [] : await readAcceptedFindings(file),
  });
}

/** The list of the project one stands in, else catb's own, where it is about this database. */
async function findFile(url: string): Promise<string | null> {
  const { file, note } = await findAcceptedFile(url, ['supabase', supabaseDirectory()]);
  if (note !== null) console.error(`catb: ${note}`);
  return file;
}

function describe(report: AuditReport, showAccepted: boolean): string {
  const titles = new Map(auditRules.map(({ name, title }) => [name, title]));
  const text = formatFindings(report, {
    color: process.stdout.isTTY && !process.env['NO_COLOR'],
    showAccepted,
    titleOf: (rule) => titles.get(rule) ?? null,
  });
  const { exposedSchemas, outsiders } = report;
  return `Exposed: ${exposedSchemas.join(', ')}. Strangers: ${outsiders.join(', ')}. ${auditRules.length} rules.\n\n${text}`;
}

function collectRule(name: string, before: string[] | undefined): string[] {
  if (auditRules.some((rule) => rule.name === name)) return [...(before ?? []), name];
  const near = auditRules.map((rule) => rule.name).join(', ');
  throw new InvalidArgumentError(`There is no such rule. There are: ${near}.`);
}
