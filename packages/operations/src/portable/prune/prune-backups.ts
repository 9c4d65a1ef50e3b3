/** In charge of removing backups that a policy keeps no longer, and what was never finished. */
import { removeArchive } from '../archive/archive-writer.ts';
import { listBackups, listUnfinished } from '../list-backups.ts';
import type { BackupStore } from '../store/backup-store.ts';
import { chooseKept, type KeepPolicy } from './choose-kept.ts';

/** What can be chosen. */
export interface PruneOptions {
  store: BackupStore;
  keep: KeepPolicy;
  /** Says what would be removed, and removes nothing. */
  dryRun?: boolean;
}

/** What was removed, by id. */
export interface PruneReport {
  kept: string[];
  removed: string[];
  /** Left by backups that failed or were killed. */
  unfinished: string[];
  /** Their manifest can't be read: a person has to look. */
  unreadable: string[];
}

/** A backup in the making writes a file at least every few minutes. */
const abandonedAfterMs = 24 * 60 * 60 * 1_000;

/** Removes them, the oldest first; one that fails leaves the rest for the next time. */
export async function pruneBackups(options: PruneOptions): Promise<PruneReport> {
  const { store, keep, dryRun = false } = options;
  const listed = await listBackups(store);
  const readable = listed.flatMap(({ id, manifest, provenAt }) =>
    manifest === undefined ? [] : [{ id, takenAt: new Date(manifest.takenAt), provenAt }],
  );
  const kept = chooseKept(readable, keep);
  const removed = readable.map(({ id }) => id).filter((id) => !kept.has(id));
  const unfinished = await findAbandoned(store);
  if (!dryRun) {
    for (const id of [...removed].reverse()) await removeArchive(store, id);
    for (const id of unfinished) await removeArchive(store, id);
  }
  return {
    kept: readable.map(({ id }) => id).filter((id) => kept.has(id)),
    removed,
    unfinished,
    unreadable: listed.filter(({ manifest }) => manifest === undefined).map(({ id }) => id),
  };
}

/**
 * Unfinished ones in which nothing was written for a day, by the clock of the place: the newest file
 * of all is its present, so that this machine's clock is not asked.
 */
async function findAbandoned(store: BackupStore): Promise<string[]> {
  const newestOf = new Map<string, number>();
  for (const name of await store.folders()) {
    const times = (await store.list(name)).map(({ writtenAt }) => writtenAt.getTime());
    newestOf.set(name, Math.max(0, ...times));
  }
  const present = Math.max(0, ...newestOf.values());
  return (await listUnfinished(store)).filter(
    (id) => present - (newestOf.get(id) ?? present) > abandonedAfterMs,
  );
}
