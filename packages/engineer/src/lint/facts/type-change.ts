/** In charge of which changes of a column's type leave the rows as they are. */
import type { Node } from 'libpg-query';
import { asNode, stringsOf } from '../sql/nodes.ts';
import type { CatalogColumn } from './catalog.ts';

/** A type with its length, as `format_type` and the parser tell it. */
export type ColumnType = Pick<CatalogColumn, 'type' | 'length' | 'scale'>;

const text = 'text';
const varchar = 'character varying';
/** The same bytes under another name. Source: `pg_cast.castmethod = 'b'`. */
const sameBytes = new Set([
  `${varchar} > ${text}`,
  `${text} > ${varchar}`,
  'xml > text',
  'xml > character varying',
  'cidr > inet',
  'bit > bit varying',
]);
/** Types whose length may grow without a look at the rows. */
const growing = new Set([
  varchar,
  'bit varying',
  'numeric',
  'timestamp with time zone',
  'timestamp without time zone',
  'time with time zone',
  'time without time zone',
  'interval',
]);

/** True when PostgreSQL neither rewrites nor scans the table for it. */
export function keepsRows(older: ColumnType, newer: ColumnType): boolean {
  if (older.type === newer.type) {
    if (older.length === newer.length && older.scale === newer.scale) return true;
    if (!growing.has(newer.type) || (older.scale ?? 0) !== (newer.scale ?? 0)) {
      return growing.has(newer.type) && newer.length === null;
    }
    return newer.length === null || (older.length !== null && newer.length >= older.length);
  }
  if (!sameBytes.has(`${older.type} > ${newer.type}`)) return false;
  return newer.length === null || (older.length !== null && newer.length >= older.length);
}

/** True when `using` is missing, or only names the column, cast or not: then the type decides. */
export function isPlainUsing(using: Node | undefined, column: string): boolean {
  if (using === undefined) return true;
  const cast = asNode(using, 'TypeCast');
  if (cast !== undefined) return isPlainUsing(cast.arg, column);
  return stringsOf(asNode(using, 'ColumnRef')?.fields).at(-1) === column;
}
