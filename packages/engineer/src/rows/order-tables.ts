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
  // A partition has its rows when the table above it has them.
  const ownerOf = new Map(
    tables.flatMap((table) =>
      [table.id, ...table.leaves.flatMap(({ id, between }) => [id, ...between])].map((id) => [
        id,
        table.id,
      ]),
    ),
  );
  const done = new Set<string>();
  const ordered: TableFacts[] = [];
  let left = [...tables];
  const open = (table: TableFacts): ForeignKeyFacts[] =>
    table.foreignKeys.filter(({ referencedId }) => {
      const owner = ownerOf.get(referencedId);
      return owner !== undefined && owner !== table.id && !done.has(owner);
    });
  while (left.length > 0) {
    const ready = left.filter((table) => open(table).length === 0);
    const chosen = ready.length > 0 ? ready : [breakCircle(left, open)];
    for (const table of chosen) {
      ordered.push(table);
      done.add(table.id);
    }
    left = left.filter((table) => !done.has(table.id));
  }
  return ordered;
}

function breakCircle(
  tables: readonly TableFacts[],
  open: (table: TableFacts) => ForeignKeyFacts[],
): TableFacts {
  const canWait = (table: TableFacts): boolean => open(table).every((key) => mayBeNull(table, key));
  return tables.reduce((best, table) => (!canWait(best) && canWait(table) ? table : best));
}
