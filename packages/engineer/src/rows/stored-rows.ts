/** In charge of remembering the rows that were made, so that others can refer to them. */
import type { ForeignKeyFacts } from './table-facts.ts';

/** A row as it was stored. */
export interface StoredRow {
  group: number;
  /** The table that holds it: the partition, for a partitioned table. */
  holderId: string;
  ctid: string;
  /** The columns of keys, and those that others refer to, as PostgreSQL prints them. */
  values: Record<string, string | null>;
  /** Foreign keys that are to be set when the rows they refer to exist. */
  later: readonly string[];
}

/** Rows by table; a row of a partition counts for the tables above it as well. */
export class StoredRows {
  readonly #rows = new Map<string, StoredRow[]>();

  /** @param ids of the table, the partition that holds the row, and those between them */
  add(ids: Iterable<string>, row: StoredRow): void {
    for (const id of new Set(ids)) {
      const rows = this.#rows.get(id);
      if (rows) rows.push(row);
      else this.#rows.set(id, [row]);
    }
  }

  of(id: string): StoredRow[] {
    return this.#rows.get(id) ?? [];
  }

  /**
   * The rows that a row of this group may refer to: those of its group; of any where the group has
   * none in another table, as with a table of which there can be one row only.
   */
  referenced(key: ForeignKeyFacts, group: number, most: number): StoredRow[] {
    const whole = this.of(key.referencedId).filter((row) =>
      key.referencedColumns.every((name) => row.values[name] != null),
    );
    const own = whole.filter((row) => row.group === group);
    const isSelf = key.referencedId === key.tableId;
    return (own.length > 0 || isSelf ? own : whole).slice(-most);
  }
}
