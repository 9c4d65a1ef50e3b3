/** In charge of sending rows with COPY. */
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const special = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** One row in COPY's text format (PostgreSQL's manual, COPY, "Text Format"). */
export function copyLine(values: readonly (string | number | null)[]): string {
  return `${values.map(copyValue).join('\t')}\n`;
}

function copyValue(value: string | number | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  return value.replace(special, (character) => escapes[character] ?? character);
}

/** Sends the rows; `target` is a table with its columns, written by us. */
export async function copyRows(client: pg.Client, target: string, rows: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stream = client.query(copyFrom(`copy ${target} from stdin`));
    stream.once('finish', resolve);
    stream.once('error', reject);
    stream.end(Buffer.from(rows));
  });
}
