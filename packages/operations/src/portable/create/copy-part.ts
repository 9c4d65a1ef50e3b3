/** In charge of the rows of one part of a table, as COPY writes them. */
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { TablePart } from './read-tables.ts';

/** The statement; names come from the catalog, quoted by the server. */
function statementOf({ table, fromPage, toPage }: TablePart): string {
  const columns = table.columns.join(', ');
  const range = [
    ...(fromPage === 0 ? [] : [`ctid >= '(${fromPage},0)'`]),
    ...(toPage === undefined ? [] : [`ctid < '(${toPage},0)'`]),
  ];
  if (range.length === 0 && columns !== '') return `copy ${table.name} (${columns}) to stdout`;
  const where = range.length === 0 ? '' : ` where ${range.join(' and ')}`;
  return `copy (select ${columns} from only ${table.name}${where}) to stdout`;
}

/** The rows as they come, and how many they were once all have. */
export interface PartRows {
  content: AsyncIterable<Buffer>;
  count(): Promise<number>;
}

/** Copies one part, in the transaction that is open on `client`. */
export function copyPart(client: pg.Client, part: TablePart): PartRows {
  const stream = client.query(copyTo(statementOf(part), { highWaterMark: 256 * 1024 }));
  return {
    content: stream,
    async count() {
      // How many they were comes behind the last row: the next answer comes behind that.
      await client.query('select');
      return stream.rowCount;
    },
  };
}
