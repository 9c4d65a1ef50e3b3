/** In charge of the rows of one part of a table, as COPY writes them. */
import type pg from 'pg';
import { CopyOut } from './copy-out.ts';
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

/** Copies one part, in the transaction that is open on `client`. */
export const copyPart = (client: pg.Client, part: TablePart): CopyOut =>
  client.query(new CopyOut(statementOf(part)));
