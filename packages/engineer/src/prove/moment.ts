/** In charge of what a database looks like at one moment of a proof: its catalog, and its rows. */
import { takeSnapshot, type CatalogSnapshot } from '@catb/database';
import { withClient } from '../copy/with-client.ts';
import { readRows, type AllRows } from './read-rows.ts';

/** One moment. */
export interface Moment {
  snapshot: CatalogSnapshot;
  rows: AllRows;
}

/** Access is tried at the same time, as a role that is gone afterwards. */
const isLasting = (role: string): boolean => !role.startsWith('catb_prober_');

/** Looks at everything. As a superuser, so that no policy hides a row. */
export async function takeMoment(superuserUrl: string): Promise<Moment> {
  return await withClient(superuserUrl, async (client) => ({
    snapshot: await takeSnapshot(client, { role: isLasting }),
    rows: await readRows(client),
  }));
}
