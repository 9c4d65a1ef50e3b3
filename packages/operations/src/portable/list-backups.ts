/** In charge of which backups are in a place. */
import { OperationsError } from '../errors.ts';
import { openArchive, readSealed, type Archive } from './archive/open-archive.ts';
import { proofPath, type Manifest } from './archive/manifest.ts';
import type { BackupStore } from './store/backup-store.ts';

/** A backup that is whole by its manifest, or says why it can't be read. */
export interface ListedBackup {
  id: string;
  /** None when the manifest can't be read; `problem` says why. */
  manifest: Manifest | undefined;
  /** When it was last restored and found right; none when never. */
  provenAt: Date | undefined;
  problem: string | undefined;
}

const isId = (name: string): boolean => /^\d{8}T\d{6}Z-[0-9a-f]{8}$/.test(name);

/** The finished backups, newest first. What was interrupted is not among them. */
export async function listBackups(store: BackupStore): Promise<ListedBackup[]> {
  const names = (await store.folders()).filter(isId).sort().reverse();
  const listed: ListedBackup[] = [];
  for (const id of names) {
    try {
      const { manifest } = await openArchive(store, id);
      listed.push({ id, manifest, provenAt: await readProof(store, id), problem: undefined });
    } catch (error) {
      if (!(error instanceof OperationsError)) throw error;
      if (error.code === 'BACKUP_NOT_FOUND') continue;
      if (error.code !== 'BACKUP_DAMAGED' && error.code !== 'BACKUP_TOO_NEW') throw error;
      listed.push({ id, manifest: undefined, provenAt: undefined, problem: error.message });
    }
  }
  return listed;
}

/** The folders of backups that were begun and not finished, or are being made right now. */
export async function listUnfinished(store: BackupStore): Promise<string[]> {
  const finished = new Set((await listBackups(store)).map(({ id }) => id));
  return (await store.folders()).filter((name) => isId(name) && !finished.has(name));
}

/**
 * Opens the backup of this name, or the newest that can be read.
 *
 * @throws OperationsError `BACKUP_NOT_FOUND`, `BACKUP_DAMAGED`, `BACKUP_TOO_NEW`
 */
export async function findBackup(store: BackupStore, id: string | undefined): Promise<Archive> {
  if (id !== undefined) return await openArchive(store, id);
  const newest = (await listBackups(store)).find(({ manifest }) => manifest !== undefined);
  if (newest !== undefined) return await openArchive(store, newest.id);
  throw new OperationsError({
    code: 'BACKUP_NOT_FOUND',
    message: `There is no finished backup at ${store.location}.`,
    hint: 'Make one with catb backup create, or look at the place for a mistake.',
  });
}

async function readProof(store: BackupStore, id: string): Promise<Date | undefined> {
  const files = await store.list(id);
  if (!files.some(({ path }) => path === `${id}/${proofPath}`)) return undefined;
  const proof = (await readSealed(store, id, proofPath)) as { provenAt?: unknown };
  return typeof proof.provenAt === 'string' ? new Date(proof.provenAt) : undefined;
}
