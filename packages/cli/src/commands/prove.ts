/** `catb prove`: what a migration locks, whether it comes back, who reaches what before and after. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { supabaseDirectory, type ResolvedDatabase } from '@catb/database';
import {
  buildDossier,
  findChange,
  proveMigration,
  readAcceptedFindings,
  renderHtml,
  renderMarkdown,
  renderTerminal,
  withTarget,
  type Proof,
  type ProofStepName,
} from '@catb/engineer';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';
import { exitCodes } from '../report-error.ts';
import { showProgress } from '../show-progress.ts';

interface ProveCommandOptions extends DatabaseOption {
  rollback?: string;
  at?: string;
  deadline: number;
  rowsFrom?: string;
  skip?: ProofStepName[];
  to?: string[];
  proof?: boolean;
  acceptedFile?: string;
}

/** Adds `prove`. */
export function addProveCommand(program: Command): void {
  const command = withDatabaseOption(
    program
      .command('prove <migration>')
      .description(
        'prove a migration on a throw-away copy of the schema: locks, up, down and up again, access',
      )
      .option('--rollback <file>', 'the way back (default: the same name in rollbacks/)')
      .option('--at <version>', 'on what the files up to this version make (0: nothing)')
      .option(
        '--rows-from <source>',
        'real rows: the address of a database, or a .jsonl file; never shown',
      )
      .option('--deadline <time>', 'for each run, such as 30s or 5m', duration, 60_000)
      .addOption(
        new Option('--skip <steps...>', 'leave steps out, which then are not proved').choices([
          'lint',
          'round trip',
          'access',
        ]),
      )
      .option('--to <file>', 'write the page to it: .md, .html or .json; repeatable', collectFile)
      .option('--proof', 'print the whole proof as one JSON document, not its findings')
      .option(
        '--accepted-file <path>',
        'what is accepted (default: supabase/accepted-findings.json, where there is one)',
      ),
  ).action(async (migration: string, options: ProveCommandOptions) => {
    const proof = await withDatabase(options, (database) => prove(database, migration, options));
    for (const file of options.to ?? []) await writeFile(file, render(file, proof));
    if (options.proof) console.log(JSON.stringify(proof, null, 2));
    else if (options.json) console.log(JSON.stringify(proof.findings));
    else process.stdout.write(renderTerminal(buildDossier(proof), terminal()));
    if (!proof.proved) process.exitCode = exitCodes.findings;
  });
  explain(command, {
    example: 'catb prove supabase/migrations/20261201000000_add_breeds.sql --to proof.html',
    exits: { fine: 'proved', findings: 'not proved, or something is open' },
  });
}

async function prove(
  database: ResolvedDatabase,
  migration: string,
  { rollback, at, deadline, rowsFrom, skip, acceptedFile }: ProveCommandOptions,
): Promise<Proof> {
  const file = findChange(migration, ['supabase', supabaseDirectory()]);
  const accepted = acceptedFile ?? findAcceptedFile(file);
  const progress = showProgress('Proving:', undefined);
  try {
    return await withTarget(database.url, async (target) =>
      proveMigration(target, {
        file,
        rollback,
        at,
        rowsFrom,
        skip,
        deadlineMs: deadline,
        accepted: accepted === null ? [] : await readAcceptedFindings(accepted),
        onProgress: (doing) => progress.update(0, doing),
      }),
    );
  } finally {
    progress.stop();
  }
}

/** The list beside the migration's own folder, else beside the one worked in. */
function findAcceptedFile(file: string): string | null {
  const name = 'accepted-findings.json';
  const beside = path.join(path.dirname(path.dirname(path.resolve(file))), name);
  return [beside, path.join('supabase', name)].find((each) => existsSync(each)) ?? null;
}

const renderers: Readonly<Record<string, (proof: Proof) => string>> = {
  '.md': (proof) => renderMarkdown(buildDossier(proof)),
  '.html': (proof) => renderHtml(buildDossier(proof)),
  '.json': (proof) => `${JSON.stringify(proof, null, 2)}\n`,
};

function render(file: string, proof: Proof): string {
  return renderers[path.extname(file).toLowerCase()]?.(proof) ?? '';
}

function collectFile(file: string, before: string[] | undefined): string[] {
  if (path.extname(file).toLowerCase() in renderers) return [...(before ?? []), file];
  throw new InvalidArgumentError('It must end in .md, .html or .json.');
}

function terminal(): { width: number; colours: boolean } {
  const { columns, isTTY } = process.stdout;
  return { width: columns ?? 160, colours: isTTY && !process.env['NO_COLOR'] };
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

function duration(text: string): number {
  const [, number, unit = 's'] = /^(\d{1,6})(ms|s|m)?$/.exec(text) ?? [];
  const ms = Number(number) * (unitMs[unit] ?? 0);
  if (ms > 0) return ms;
  throw new InvalidArgumentError('a time such as 500ms, 30s or 5m');
}
