/** In charge of the order in which tables get their rows: what is referenced comes first. */
import type { ForeignKeyFacts, TableFacts } from './table-facts.ts';

/** Whether a row may exist without a referenced one. */
export function mayBeNull(table: TableFacts, key: ForeignKeyFacts): boolean {
  const nullable = (name: string): boolean =>
    table.columns.some(
      (column) => column.name === name && !column.notNull && column.generated === null,
    );
  return key.matchFull ? key.columns.every(nullable) : key.columns.some(nullable);
}

/**
 * Sorts the tables. In a circle of foreign keys, those tables come first whose keys into it may be
 * null for a while; where none can, one has to begin.
 */
export function orderTables(tables: readonly TableFacts[]): TableFacts[] {
  const known = new Set(tables.map((table) => table.id));
  const done = new Set<string>();
  const ordered: TableFacts[] = [];
  let left = [...tables];
  const open = (table: TableFacts): ForeignKeyFacts[] =>
    table.foreignKeys.filter(
      ({ referencedId }) =>
        referencedId !== table.id && known.has(referencedId) && !done.has(referencedId),
    );
  while (left.length > 0) {
    const ready = left.filter((table) => open(table).length === 0);
    const chosen =
      ready.length > 0
        ? ready
        : [
            left.find((table) => open(table).every((key) => mayBeNull(table, key))) ??
              (left[0] as TableFacts),
          ];
    for (const table of chosen) {
      ordered.push(table);
      done.add(table.id);
    }
    left = left.filter((table) => !done.has(table.id));
  }
  return ordered;
}
