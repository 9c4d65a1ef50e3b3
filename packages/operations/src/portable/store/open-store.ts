/** In charge of telling a folder from a bucket. */
import type { BackupStore } from './backup-store.ts';
import { openFolderStore } from './folder-store.ts';
import { readS3Settings } from './s3-settings.ts';
import { openS3Store } from './s3-store.ts';

/**
 * Opens a place for backups: a folder, or `s3://bucket/prefix`.
 *
 * @param environment holds the bucket's keys and address, under the names that the AWS tools use;
 *   default: that of the process
 * @throws OperationsError `BACKUP_PLACE_INVALID`
 */
export function openStore(
  place: string,
  environment: NodeJS.ProcessEnv = process.env,
): BackupStore {
  if (!place.startsWith('s3:')) return openFolderStore(place);
  return openS3Store(readS3Settings(place, environment));
}
