/** In charge of what data goes with the columns and tables that a rollback takes away. */
import { countOf } from './format.ts';
import type { AllRows } from './read-rows.ts';

/**
 * Counts the rows of tables, and the values of columns, that are there and were not before.
 *
 * @returns words such as `3 rows of public.photos`; nothing for what is empty
 */
export function countDropped(before: AllRows, after: AllRows): string[] {
  return [...after].flatMap(([table, { columns, rows }]) => {
    const known = before.get(table);
    if (known === undefined) {
      return rows.length === 0 ? [] : [`${countOf(rows.length, 'row')} of ${table}`];
    }
    return columns.flatMap((column, place) => {
      if (known.columns.includes(column)) return [];
      const filled = rows.filter((row) => row[place] != null).length;
      return filled === 0 ? [] : [`the column ${column} in ${countOf(filled, 'row')} of ${table}`];
    });
  });
}
