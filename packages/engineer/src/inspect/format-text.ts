/** In charge of text for a terminal: columns that line up, sizes and counts as people read them. */
import { styleText } from 'node:util';

/** Colours, or none. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
}

/** @param coloured false where the output is no terminal, or `NO_COLOR` is set */
export function createPaint(coloured: boolean): Paint {
  const paint = (style: Parameters<typeof styleText>[0]) => (text: string) =>
    coloured && text !== '' ? styleText(style, text) : text;
  return {
    strong: paint('bold'),
    faint: paint('dim'),
    good: paint('green'),
    bad: paint('red'),
    warn: paint('yellow'),
  };
}

/** `1.4 MB`, in units of 1,024. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let [value, unit] = [bytes, 0];
  while (value >= 1024 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

/** `80,000`; a dash where it is not known. */
export function formatCount(count: number | null): string {
  return count === null ? '–' : Math.round(count).toLocaleString('en');
}

/** `3 tables`, `1 table`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export interface TextColumn {
  title: string;
  right?: boolean;
}

/** A cell: what is measured, and how it is shown. */
export interface Cell {
  text: string;
  paint?: ((text: string) => string) | undefined;
}

/** How wide a terminal shows it: most of what is not Latin takes two cells. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (width, letter) =>
      width + (/[\u1100-\u115f\u2e80-\uffe6]|\p{Extended_Pictographic}/u.test(letter) ? 2 : 1),
    0,
  );
}

/** Rows under titles, each column as wide as its widest cell; no rules, two spaces between. */
export function formatTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly Cell[])[],
  paint: Paint,
): string[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[index]?.text ?? ''))),
  );
  const line = (cells: readonly Cell[]) =>
    columns
      .map(({ right }, index) => {
        const { text, paint: shown = (plain: string) => plain } = cells[index] ?? { text: '' };
        const space = ' '.repeat((widths[index] ?? 0) - widthOf(text));
        return right === true ? space + shown(text) : shown(text) + space;
      })
      .join('  ')
      .trimEnd();
  const titles = columns.map(({ title }) => ({ text: title, paint: paint.faint }));
  return [line(titles), ...rows.map(line)];
}
