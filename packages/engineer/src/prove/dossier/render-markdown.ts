/** In charge of a proof's page as Markdown. */
import type { Dossier, Section } from './section.ts';

function cell(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/\s*\n\s*/g, ' ');
}

function table({ head, rows }: NonNullable<Section['table']>): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line), ''];
}

/** A fence longer than any row of backticks inside, so that nothing ends it early. */
function fence(lines: readonly string[], language: string): string[] {
  const longest = Math.max(2, ...lines.map((line) => /`+/.exec(line)?.[0].length ?? 0));
  const marks = '`'.repeat(longest + 1);
  return [`${marks}${language}`, ...lines, marks, ''];
}

function item(text: string): string[] {
  const [first = '', ...rest] = text.split('\n');
  return [`- ${escape(first)}`, ...rest.map((line) => `  ${escape(line)}  `)];
}

function escape(text: string): string {
  return text.replaceAll('<', '&lt;').replace(/[\\*_`[\]]/g, '\\$&');
}

function renderSection({ title, note, table: rows, list, diff }: Section): string[] {
  return [
    `## ${title}`,
    '',
    ...(note === null ? [] : [escape(note), '']),
    ...(rows === null || rows.rows.length === 0 ? [] : table(rows)),
    ...(list.length === 0 ? [] : [...list.flatMap(item), '']),
    ...(diff.length === 0 ? [] : fence(diff, 'diff')),
  ];
}

/** The whole page. */
export function renderMarkdown({ title, verdict, sections }: Dossier): string {
  const lines = [`# ${escape(title)}`, '', `**${escape(verdict.says)}**`, ''];
  return [...lines, ...sections.flatMap(renderSection)].join('\n').trimEnd() + '\n';
}
