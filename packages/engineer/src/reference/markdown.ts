/** In charge of Markdown: what is written here stays as it is when prettier looks at it. */

/** Inside a code span; backticks in the text are fenced by more of them. */
export function code(text: string): string {
  const plain = oneLine(text);
  if (plain === '') return '';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return longest === 0 ? `\`${plain}\`` : `${ticks} ${plain} ${ticks}`;
}

/** Words of a person, with what Markdown would take for its own made plain. */
export function words(text: string): string {
  return oneLine(text)
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<!\w)_|_(?!\w)/g, '\\_');
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

export function link(text: string, target: string): string {
  return `[${text}](${target})`;
}

/** A block of code. */
export function fence(language: string, text: string): string {
  const ticks = text.includes('```') ? '````' : '```';
  return `${ticks}${language}\n${text.trimEnd()}\n${ticks}`;
}

export interface MarkdownColumn {
  title: string;
  right?: boolean;
}

/** A table whose columns line up, or nothing where there are no rows. */
export function table(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = columns.map(({ title }, index) =>
    Math.max(3, widthOf(title), ...cells.map((row) => widthOf(row[index] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    `| ${columns
      .map(({ right }, index) => {
        const cell = row[index] ?? '';
        const space = ' '.repeat((widths[index] ?? 0) - widthOf(cell));
        return right === true ? space + cell : cell + space;
      })
      .join(' | ')} |`;
  const rule = columns.map(({ right }, index) =>
    right === true ? `${'-'.repeat((widths[index] ?? 0) - 1)}:` : '-'.repeat(widths[index] ?? 0),
  );
  return [
    line(columns.map(({ title }) => title)),
    `| ${rule.join(' | ')} |`,
    ...cells.map(line),
  ].join('\n');
}

function widthOf(text: string): number {
  return [...text].reduce(
    (width, letter) =>
      width + (/[\u1100-\u115f\u2e80-\uffe6]|\p{Extended_Pictographic}/u.test(letter) ? 2 : 1),
    0,
  );
}
