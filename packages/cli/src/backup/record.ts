/** In charge of writing a backup and its proof into the database that it is of. */
import { openDatabase, proveBackup, recordBackup } from '@catb/database';
import type { Manifest } from '@catb/operations';

/** A backup that can't be recorded, as by a role that only reads, is one all the same. */
export async function record(
  url: string,
  manifest: Manifest,
  location: string,
  isProven = false,
): Promise<void> {
  const database = openDatabase({ url, max: 1, applicationName: 'catb backup' });
  try {
    await recordBackup(database, { ...manifest, startedAt: new Date(manifest.takenAt), location });
    if (isProven) await proveBackup(database, manifest.id);
  } catch (error) {
    noteUnrecorded(error);
  } finally {
    await database.close();
  }
}

/** Says it on standard error, and goes on. */
export function noteUnrecorded(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`catb: It is not recorded in the database: ${reason}`);
}
