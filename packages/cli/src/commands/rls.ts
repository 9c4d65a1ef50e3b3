/** `catb rls`: who reaches which rows, by trying. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { supabaseDirectory } from '@catb/database';
import {
  accessRules,
  findProjectFolder,
  formatAccessHtml,
  formatAccessMarkdown,
  formatAccessNotes,
  formatAccessTerminal,
  formatFindings,
  judgeMatrix,
  parseIdentity,
  readAcceptedFindings,
  readAcceptedMatrix,
  readAccessConfig,
  tryAccess,
  writeAcceptedMatrix,
  writePgtap,
  type AccessConfig,
  type AccessMatrix,
  type AccessScript,
  type AccessVerdict,
} from '@catb/engineer';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { exitCodes } from '../report-error.ts';
import { showProgress } from '../show-progress.ts';

interface RlsOptions extends DatabaseOption {
  role?: string[];
  schema?: string[];
  identity?: string[];
  timeout?: number;
  config?: string;
  matrix?: 'terminal' | 'markdown' | 'html' | 'json';
  accept?: boolean;
  acceptedMatrix?: string;
  acceptedFile?: string;
  accepted?: boolean;
  pgtap?: string;
}

/** Adds `rls`. */
export function addRlsCommand(program: Command): void {
  const command = withDatabaseOption(
    program
      .command('rls')
      .description('try on a copy who can read, write and call what, and say who reaches too much'),
  )
    .option('--role <names...>', 'the roles to act as (default: those that requests come as)')
    .option('--schema <names...>', 'the schemas to try (default: all of one’s own)')
    .option(
      '--identity <text>',
      'who is who, such as "claim:sub=column public.users.id"; can be repeated',
      (text: string, before: string[] = []) => [...before, text],
    )
    .option('--timeout <ms>', 'milliseconds an attempt may take (default 2000)', milliseconds)
    .option('--config <path>', 'roles, schemas, identities (default: supabase/rls.config.json)')
    .addOption(
      new Option('--matrix <format>', 'print the matrix alone, in this form').choices([
        'terminal',
        'markdown',
        'html',
        'json',
      ]),
    )
    .option('--accept', 'write the matrix to supabase/access-matrix.json as the accepted one')
    .option('--accepted-matrix <path>', 'the accepted matrix, where it is another file')
    .option('--accepted', 'show what findings are accepted, with the reasons')
    .option(
      '--accepted-file <path>',
      'accepted findings (default: supabase/accepted-findings.json)',
    )
    .option('--pgtap <folder>', 'write pgTAP tests that hold what was found, one file an object')
    .action(run);
  explain(command, {
    example: 'catb rls --identity "claim:sub=column public.users.id"',
    exits: {
      fine: 'nobody reaches too much',
      findings: 'a stranger reaches a row, or access is wider than was accepted',
    },
  });
}

async function run(options: RlsOptions, command: Command): Promise<void> {
  let script: AccessScript | undefined;
  const { matrix, verdict } = await withDatabase(options, async ({ url }) => {
    const folder = await findProjectFolder(url, ['supabase', supabaseDirectory()]);
    const config = await readConfig(options.config ?? fileIn(folder, 'rls.config.json'));
    const acceptedFile = options.acceptedFile ?? fileIn(folder, 'accepted-findings.json');
    const accepted = acceptedFile === null ? [] : await readAcceptedFindings(acceptedFile);
    const matrixFile =
      options.acceptedMatrix ?? (folder && path.join(folder, 'access-matrix.json'));
    if (options.accept && matrixFile === null) {
      command.error(
        'catb: no project here is about this database; name the file: --accepted-matrix',
      );
    }
    const isCompared = matrixFile !== null && !options.accept;
    const before = isCompared ? await readAcceptedMatrix(matrixFile) : null;
    const tried = await tryTarget(url, options, config, (made) => (script = made));
    if (options.accept && matrixFile !== null) {
      await writeAcceptedMatrix(matrixFile, tried);
      console.error(`Accepted: ${matrixFile}`);
    }
    return { matrix: tried, verdict: judgeMatrix(tried, accepted, before) };
  });
  if (options.pgtap !== undefined && script !== undefined) {
    const files = await writePgtap(options.pgtap, script);
    console.error(`Wrote ${files.length} pgTAP files to ${options.pgtap}.`);
  }
  if (matrix.attempts === 0)
    console.error('catb: nothing was tried: there is no table, view or function of one’s own.');
  console.log(describe(matrix, verdict, options));
  if (verdict.open.some(({ level }) => level !== 'info')) process.exitCode = exitCodes.findings;
}

async function tryTarget(
  url: string,
  options: RlsOptions,
  config: AccessConfig,
  onScript: (script: AccessScript) => void,
): Promise<AccessMatrix> {
  const identities = [...(options.identity ?? []).map(parseIdentity), ...(config.identities ?? [])];
  let progress: ReturnType<typeof showProgress> | undefined;
  try {
    return await tryAccess(url, {
      roles: options.role ?? config.roles,
      schemas: options.schema ?? config.schemas,
      identities,
      timeoutMs: options.timeout ?? config.timeoutMs,
      onScript,
      onProgress: ({ done, total, doing }) => {
        progress ??= showProgress('Trying', total);
        progress.update(done, doing);
      },
    });
  } finally {
    progress?.stop();
  }
}

function describe(matrix: AccessMatrix, verdict: AccessVerdict, options: RlsOptions): string {
  const color = process.stdout.isTTY && !process.env['NO_COLOR'];
  const width = process.stdout.columns;
  const form = options.matrix ?? (options.json ? undefined : 'terminal');
  if (form === undefined) return JSON.stringify(verdict.open);
  if (form === 'json') return JSON.stringify(matrix);
  if (form === 'markdown') return formatAccessMarkdown(matrix);
  if (form === 'html') return formatAccessHtml(matrix, verdict.open);
  const table = formatAccessTerminal(matrix, { color, width });
  if (options.matrix === 'terminal') return table;
  const findings = formatFindings(verdict, {
    color,
    showAccepted: options.accepted ?? false,
    titleOf: (rule) => accessRules[rule] ?? null,
  });
  const tried = `${matrix.attempts.toLocaleString('en')} attempts in ${matrix.seconds.toFixed(1)} s, on a copy.`;
  return [table, formatAccessNotes(matrix, verdict.differences), findings, tried].join('\n\n');
}

async function readConfig(file: string | null): Promise<AccessConfig> {
  return file === null ? {} : await readAccessConfig(file);
}

function fileIn(folder: string | null, name: string): string | null {
  const file = folder === null ? null : path.join(folder, name);
  return file !== null && existsSync(file) ? file : null;
}

function milliseconds(text: string): number {
  if (!/^\d{2,6}$/.test(text)) throw new InvalidArgumentError('milliseconds, from 50 on');
  return Number(text);
}
