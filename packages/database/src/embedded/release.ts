/** In charge of a process holding on to the server, and letting go in time or while it is exiting. */
import { existsSync } from 'node:fs';
import { clusterFolder } from './data-folder.ts';
import { addHolder, hasManualHolder, livingHolders, removeHolder } from './holders.ts';
import { isLockedHere, tryLock, withLock } from './lock.ts';
import { readState } from './state.ts';
import { sleepNow, stopPostmaster, stopPostmasterNow } from './stop-postmaster.ts';

/** What a process holds on to. */
export interface Hold {
  dataDir: string;
  /** The file that says so. */
  holder: string;
}

const held = new Set<Hold>();

/** Holds on until release, or until this process exits. The caller holds the folder's lock. */
export function hold(dataDir: string): Hold {
  const mine = { dataDir, holder: addHolder(dataDir) };
  if (held.size === 0) process.on('exit', releaseAllNow);
  held.add(mine);
  return mine;
}

/**
 * Lets go, and stops PostgreSQL when nobody else needs it. Where somebody has deleted the folder,
 * PostgreSQL ends by itself within a minute.
 */
export async function release(mine: Hold): Promise<void> {
  if (existsSync(mine.dataDir)) await withLock(mine.dataDir, () => releaseLocked(mine));
  else letGo(mine);
}

/** The same for a caller that holds the folder's lock. */
export async function releaseLocked(mine: Hold): Promise<void> {
  letGo(mine);
  const cluster = unneededCluster(mine.dataDir);
  if (cluster !== undefined) await stopPostmaster(cluster);
}

/** Lets go of everything that this process holds. */
export async function releaseAll(): Promise<void> {
  for (const mine of [...held]) await release(mine);
}

function releaseAllNow(): void {
  for (const mine of [...held]) {
    letGo(mine);
    if (!existsSync(mine.dataDir)) continue;
    // Code of this process that holds the lock will not go on any more.
    const unlock = isLockedHere(mine.dataDir) ? () => undefined : lockNow(mine.dataDir);
    // Somebody is starting or stopping it right now, and will see that this holder is gone.
    if (!unlock) continue;
    const cluster = unneededCluster(mine.dataDir);
    if (cluster !== undefined) stopPostmasterNow(cluster);
    unlock();
  }
}

function lockNow(dataDir: string): (() => void) | undefined {
  for (let attempt = 0; attempt < 100; attempt++) {
    const unlock = tryLock(dataDir);
    if (unlock) return unlock;
    sleepNow(20);
  }
  return undefined;
}

function unneededCluster(dataDir: string): string | undefined {
  if (hasManualHolder(dataDir) || livingHolders(dataDir).length > 0) return undefined;
  const state = readState(dataDir);
  return state && clusterFolder(dataDir, state.major);
}

function letGo(mine: Hold): void {
  held.delete(mine);
  if (held.size === 0) process.off('exit', releaseAllNow);
  removeHolder(mine.holder);
}
