/** In charge of giving the space of removed rows back to use. */
import { toCatbError, type Database } from '@catb/database';

/**
 * Vacuums the tables one after the other, at autovacuum's own pace. Autovacuum would come only when a
 * fifth of a table is dead, and a month of twelve is less. Nothing is cut off at a table's end: that
 * takes a lock which turns would wait for, and new rows need the space anyway.
 *
 * @returns the tables
 * @throws CatbError `database_…`
 */
export async function vacuumTables(
  database: Database,
  tables: readonly string[],
): Promise<string[]> {
  if (tables.length === 0) return [];
  try {
    await database.pool.query('set vacuum_cost_delay = 2');
    for (const table of tables) await database.pool.query(`vacuum (truncate false) ${table}`);
  } catch (error) {
    throw toCatbError(error, 'give the space of removed rows back to use');
  }
  return [...tables];
}
