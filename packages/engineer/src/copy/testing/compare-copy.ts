/** In charge of the proof that a copy is one: both catalogs, object by object. */
import { diffSnapshots, takeSnapshot, type SnapshotOptions } from '@catb/database';
import type { SchemaCopy } from '../schema-copy.ts';
import { withClient } from '../with-client.ts';

/** How the copy differs from the target; both are read as superusers. */
export async function compareCopy(
  targetUrl: string,
  copy: SchemaCopy,
  options: SnapshotOptions = {},
): Promise<string[]> {
  const [before, after] = [
    await withClient(targetUrl, (client) => takeSnapshot(client, options)),
    await withClient(copy.superuserUrl, (client) => takeSnapshot(client, options)),
  ];
  return diffSnapshots(before, after, 'none');
}
