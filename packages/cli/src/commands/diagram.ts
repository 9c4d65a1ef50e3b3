/** `catb diagram`: tables, keys and who may do what, as Mermaid or as a picture. */
import { writeFile } from 'node:fs/promises';
import {
  buildDiagram,
  inspectDatabase,
  renderMermaid,
  renderSvg,
  withTarget,
} from '@catb/engineer';
import { Option, type Command } from 'commander';
import { withDatabase, withDatabaseOption, type DatabaseOption } from '../database-option.ts';
import { explain } from '../explain-command.ts';

interface Options extends DatabaseOption {
  format: 'mermaid' | 'svg';
  to?: string;
  schema?: string;
  table?: string;
  columns?: 'all' | 'keys';
  theme: 'auto' | 'light' | 'dark';
}

/** Adds `diagram`. */
export function addDiagramCommand(program: Command): void {
  const command = withDatabaseOption(
    program
      .command('diagram')
      .description('draw tables, keys and who may do what')
      .addOption(
        new Option('--format <format>', 'what to write')
          .choices(['mermaid', 'svg'])
          .default('mermaid'),
      )
      .option('--to <file>', 'to this file (default: standard output)')
      .option('--schema <name>', 'only this schema')
      .option('--table <name>', 'only this table and those tied to it')
      .addOption(
        new Option('--columns <which>', 'which columns (default: all up to 40 tables)').choices([
          'all',
          'keys',
        ]),
      )
      .addOption(
        new Option('--theme <theme>', 'of the picture; auto follows who looks at it')
          .choices(['auto', 'light', 'dark'])
          .default('auto'),
      ),
  ).action(async ({ to, format, theme, json, schema, table, columns, ...options }: Options) => {
    const inspection = await withDatabase(options, ({ url }) => withTarget(url, inspectDatabase));
    const diagram = buildDiagram(inspection, { schema, table, columns });
    const text = format === 'svg' ? await renderSvg(diagram, { theme }) : renderMermaid(diagram);
    if (to !== undefined) await writeFile(to, text);
    if (json) console.log(JSON.stringify({ format, to: to ?? null, diagram }));
    else if (to === undefined) process.stdout.write(text);
    else console.log(`Wrote ${to}.`);
  });
  explain(command, { example: 'catb diagram --format svg --to database.svg' });
}
