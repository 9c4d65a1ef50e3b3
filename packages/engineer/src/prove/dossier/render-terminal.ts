/** In charge of a proof's page in a terminal: the same parts, cut to what one wants to see at once. */
import { styleText } from 'node:util';
import type { Dossier, Section } from './section.ts';

/** What the terminal can do. */
export interface Terminal {
  /** In letters; what is longer is cut. */
  width: number;
  colours: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** The pages on paper have the rest. */
const mostRows = 25;

const styles: Readonly<Record<string, Style>> = {
  passed: 'green',
  findings: 'yellow',
  failed: 'red',
  'not run': 'red',
  widened: 'red',
};

class TerminalPage {
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  paint(style: Style, text: string): string {
    return this.#terminal.colours ? styleText(style, text, { validateStream: false }) : text;
  }

  table({ head, rows }: NonNullable<Section['table']>): string[] {
    const widths = this.#widths([head, ...rows]);
    const line = (cells: readonly string[]): string[] => {
      const padded = cells.map((text, index) => cut(text, widths[index] ?? 0));
      return padded.map((text, index) => {
        const style = styles[cells[index] ?? ''];
        const full = text.padEnd(widths[index] ?? 0);
        return style === undefined ? full : this.paint(style, full);
      });
    };
    const join = (cells: readonly string[]): string => `  ${cells.join('  ').trimEnd()}`;
    return [
      this.paint('dim', join(line(head))),
      ...rows.slice(0, mostRows).map((row) => join(line(row))),
      ...this.#rest(rows.length),
    ];
  }

  /** The widest column gives way until the line fits. */
  #widths(lines: readonly (readonly string[])[]): number[] {
    const columns = lines[0]?.length ?? 0;
    const widths = Array.from({ length: columns }, (_, index) =>
      Math.max(...lines.map((cells) => (cells[index] ?? '').length)),
    );
    const room = this.#terminal.width - 2 - 2 * (columns - 1);
    while (widths.reduce((sum, width) => sum + width, 0) > room) {
      const widest = widths.indexOf(Math.max(...widths));
      if ((widths[widest] ?? 0) <= 8) break;
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
    return widths;
  }

  list(items: readonly string[]): string[] {
    return items.flatMap((item) => {
      const [first = '', ...rest] = item.split('\n');
      const width = this.#terminal.width;
      return [
        ...wrap(first, width - 2, 2).map((line, index) =>
          index === 0 ? `  ${this.#level(line)}` : `  ${line}`,
        ),
        ...rest
          .slice(0, mostRows)
          .flatMap((line) => wrap(line, width - 6, 2))
          .map((line) => this.paint('dim', `      ${line}`)),
      ];
    });
  }

  note(text: string): string[] {
    return wrap(text, this.#terminal.width - 2, 0).map((line) => `  ${line}`);
  }

  #level(text: string): string {
    if (text.startsWith('error ')) return this.paint('red', text);
    return text.startsWith('warning ') ? this.paint('yellow', text) : text;
  }

  diff(lines: readonly string[]): string[] {
    // Whole function bodies are for the page on paper.
    const heads = lines.filter((line) => !/^[-+] {5}/.test(line));
    const shown = heads.slice(0, mostRows).map((line) => {
      const text = `  ${cut(line, this.#terminal.width - 2)}`;
      if (line.startsWith('+')) return this.paint('green', text);
      return line.startsWith('-') ? this.paint('red', text) : text;
    });
    return [...shown, ...this.#rest(heads.length)];
  }

  #rest(all: number): string[] {
    return all <= mostRows ? [] : [this.paint('dim', `  … and ${all - mostRows} more: see --to`)];
  }
}

/** Breaks at spaces; lines after the first are indented. A word longer than a line stays whole. */
function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}

/** Statements that did nothing to what was there before say nothing in a summary. */
function shorten(section: Section): Section {
  if (section.title !== 'Statements' || section.table === null) return section;
  const rows = section.table.rows.filter((row) => row.at(-1) !== 'nothing');
  const quiet = section.table.rows.length - rows.length;
  const note =
    quiet === 0
      ? null
      : `${quiet} of ${section.table.rows.length} touch nothing that was there before.`;
  return { ...section, note, table: { ...section.table, rows } };
}

/** The whole page. */
export function renderTerminal(dossier: Dossier, terminal: Terminal): string {
  const page = new TerminalPage(terminal);
  const lines = dossier.sections
    .map(shorten)
    .flatMap(({ title, note, table, list, diff }) => [
      '',
      page.paint('bold', title),
      ...(note === null ? [] : page.note(note)),
      ...(table === null || table.rows.length === 0 ? [] : page.table(table)),
      ...page.list(list),
      ...page.diff(diff),
    ]);
  const verdict = page.paint(dossier.verdict.proved ? 'green' : 'red', dossier.verdict.says);
  return [page.paint('bold', dossier.title), verdict, ...lines, ''].join('\n');
}
