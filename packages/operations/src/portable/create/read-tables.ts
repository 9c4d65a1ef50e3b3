/** In charge of which tables a backup holds, and how each is cut into parts. */
import type pg from 'pg';
import { OperationsError } from '../../errors.ts';
import { sql } from './sql.generated.ts';

/** A table of the database. */
export interface SourceTable {
  /** Schema and name, quoted. */
  name: string;
  /** The same unquoted, for people and for names of files. */
  plainName: string;
  columns: readonly string[];
  bytes: number;
  /** Of the table itself, without what is stored out of line. */
  pages: number;
  owner: { name: string; bypassesRls: boolean };
  /** Why it is not copied, where it isn't. */
  leftOut: string | undefined;
}

/** A run of a table's pages; the last one has no end, so that no row is missed. */
export interface TablePart {
  table: SourceTable;
  /** Counted from 1. */
  number: number;
  fromPage: number;
  toPage: number | undefined;
}

/** A part is about this much of a table, in bytes on the server's disk. */
const partBytes = 64 * 1024 * 1024;

interface TableRow {
  name: string;
  plain_name: string;
  bytes: number;
  pages: number;
  is_owned: boolean;
  is_readable: boolean;
  is_hidden: boolean;
  owner: string;
  owner_bypasses_rls: boolean;
  columns: string[];
}

/**
 * Every table of the role's own, and which others there are.
 *
 * @throws OperationsError `BACKUP_ROWS_HIDDEN` when policies keep rows of one from this role
 */
export async function readTables(client: pg.Client): Promise<SourceTable[]> {
  const { rows } = await client.query<TableRow>(sql.readTables);
  const isWanted = (row: TableRow) => row.is_owned || (row.is_readable && isOfCatb(row));
  const hidden = rows.filter((row) => isWanted(row) && row.is_hidden);
  if (hidden.length > 0) {
    throw new OperationsError({
      code: 'BACKUP_ROWS_HIDDEN',
      message: `Policies keep rows of ${hidden.map((row) => row.plain_name).join(', ')} from this role.`,
      details: 'A backup with rows missing would look like one that has all.',
      hint: 'Connect as the owner of the tables, or as a role with BYPASSRLS.',
    });
  }
  return rows.map((row) => ({
    name: row.name,
    plainName: row.plain_name,
    columns: row.columns,
    bytes: row.bytes,
    pages: row.pages,
    owner: { name: row.owner, bypassesRls: row.owner_bypasses_rls },
    leftOut: isWanted(row) ? undefined : `it belongs to the role ${row.owner}`,
  }));
}

/** What a role that only reads copies too: another's tables are none of a backup's business. */
const isOfCatb = ({ plain_name: name }: TableRow): boolean =>
  /^(public|catb|supabase_migrations)\./.test(name);

/** Cuts a table, so that several connections can copy it and no part is large. */
export function cutTable(table: SourceTable): TablePart[] {
  const count = Math.max(1, Math.min(table.pages, Math.round(table.bytes / partBytes)));
  const pagesEach = Math.ceil(table.pages / count);
  return Array.from({ length: count }, (_, index) => ({
    table,
    number: index + 1,
    fromPage: index * pagesEach,
    toPage: index + 1 === count ? undefined : (index + 1) * pagesEach,
  }));
}
