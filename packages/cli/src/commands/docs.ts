/** `catb docs`: a reference of a database in Markdown. */
import {
  buildDiagram,
  describeDatabase,
  EngineerError,
  inspectDatabase,
  renderSvg,
  withTarget,
  writePages,
  type WrittenPages,
} from '@catb/engineer';
import type { Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';

interface Options extends DatabaseOption {
  to: string;
  title?: string;
  check?: boolean;
}

/** Adds `docs`. */
export function addDocsCommand(program: Command): void {
  const command = withDatabaseOption(
    program
      .command('docs')
      .description('write a reference of every table, column, function, policy and index')
      .option('--to <folder>', 'the folder of the pages', 'database-reference')
      .option('--title <text>', 'of the first page (default: the name of the database)')
      .option('--check', 'write nothing; status 1 when a page is out of date'),
  ).action(async ({ to, title, check = false, ...options }: Options) => {
    const inspection = await withDatabase(options, ({ url }) => withTarget(url, inspectDatabase));
    const picture = 'diagram.svg';
    const pages = new Map([
      ...describeDatabase(inspection, { title, picture }),
      [picture, await renderSvg(buildDiagram(inspection))],
    ]);
    const result = await writePages(to, pages, check);
    if (check) failWhereStale(to, result);
    if (options.json) console.log(JSON.stringify({ folder: to, ...result }));
    else console.log(describeResult(to, result));
  });
  explain(command, {
    example: 'catb docs --to docs/database --check',
    exits: { findings: 'a page is out of date, with --check, or it failed' },
  });
}

function failWhereStale(folder: string, { written, removed }: WrittenPages): void {
  const stale = [...written, ...removed];
  if (stale.length === 0) return;
  throw new EngineerError({
    code: 'DOCS_OUT_OF_DATE',
    message: `${stale.length} of the pages in ${folder} are out of date.`,
    details: stale.join('\n'),
    hint: 'Write them again, without --check.',
  });
}

function describeResult(folder: string, { written, removed, unchanged }: WrittenPages): string {
  if (written.length + removed.length === 0) {
    return `The ${unchanged.length} pages in ${folder} are up to date.`;
  }
  const gone = removed.length === 0 ? '' : `, removed ${removed.length}`;
  return `Wrote ${written.length} of ${written.length + unchanged.length} pages to ${folder}${gone}. Begin with ${folder}/README.md.`;
}
