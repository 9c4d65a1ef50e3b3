/** In charge of what a database looks like at one moment of a proof: its catalog, and its rows. */
import { takeSnapshot, type CatalogSnapshot } from '@catb/database';
import { withClient } from '../copy/with-client.ts';
import { readColumns, readRows, type RowCounts, type TableColumns } from './read-rows.ts';

/** One moment. */
export interface Moment {
  snapshot: CatalogSnapshot;
  columns: TableColumns;
}

/** Looks at everything. As a superuser, so that no policy hides a row. */
export async function takeMoment(superuserUrl: string): Promise<Moment> {
  return await withClient(superuserUrl, async (client) => ({
    snapshot: await takeSnapshot(client),
    columns: await readColumns(client),
  }));
}

/** Reads the rows over the given columns. */
export async function rowsOver(superuserUrl: string, tables: TableColumns): Promise<RowCounts> {
  return await withClient(superuserUrl, (client) => readRows(client, tables));
}
