/** In charge of figures that stay what they were while nothing happened to them. */

/** Measured pages by entry: of the small database and of the large one. */
export type Figures = ReadonlyMap<string, { small: number; large: number }>;

const row = /^\| \[`(\w+)`\]\(#\w+\) +\| +([\d,]+) \| +([\d,]+) \|/gm;

/** The figures that a page of the book holds. */
export function readFigures(page: string): Figures {
  const number = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''));
  return new Map(
    [...page.matchAll(row)].map(([, name = '', small, large]) => [
      name,
      { small: number(small), large: number(large) },
    ]),
  );
}

/**
 * The old figure while the new one is near it: a page more or less depends on when a page got full,
 * and would make a book that is never up to date. A quarter is no accident any more.
 */
export function keepFigure(old: number | undefined, fresh: number): number {
  if (old === undefined) return fresh;
  return Math.abs(fresh - old) <= Math.max(4, old / 4) ? old : fresh;
}
