/** In charge of CSV: RFC 4180, and no cell that a spreadsheet would run. */

/** What a cell can hold. */
export type CsvCell = string | number | boolean | Date | null | undefined;

/** A table to be written; a row names its cells by column. */
export interface CsvTable<Column extends string = string> {
  columns: readonly Column[];
  rows: readonly Partial<Record<Column, CsvCell>>[];
}

/** The columns of figures, in the order in which they are described. */
export const columnsOf = <Figures extends object>(figures: Figures) =>
  Object.keys(figures) as (keyof Figures & string)[];

/** Ties the rows to the columns. */
export function csvTable<Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<NoInfer<Column>, CsvCell>>[],
): CsvTable {
  return { columns, rows };
}

/** The table with a header, lines ended by CR LF. An empty cell is null. */
export function writeCsv({ columns, rows }: CsvTable): string {
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

/** What makes a spreadsheet take a cell for a formula, as OWASP lists it, full-width forms included. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const decimal = /^-?\d+(\.\d+)?$/;

function cellOf(value: CsvCell): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const text = formula.test(value) && !decimal.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
