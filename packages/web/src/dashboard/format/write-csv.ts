/** CSV of what the server gives as JSON only. */

/** A row; all of a file have the same columns. */
export type CsvRow = Readonly<Record<string, string | number | null>>;

/** What a spreadsheet would take for a formula; a model's name comes from a provider. */
const formula = /^[=+\-@\t\r\n]/;

/** With a header, lines ended by CR LF, as RFC 4180 has it. An empty cell is null. */
export function writeCsv(rows: readonly CsvRow[]): Blob {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => writeCell(row[column])).join(','));
  return new Blob([[columns.join(','), ...lines, ''].join('\r\n')], { type: 'text/csv' });
}

function writeCell(value: string | number | null | undefined): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
