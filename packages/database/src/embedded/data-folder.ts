/** In charge of the data folder: where things are in it, and whom it belongs to. */
import { chmodSync, lchownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import { blockingFolder, type Identity } from './reach.ts';
import { chooseIdentity, isRoot } from './run-as.ts';

/** The cluster of a major inside a data folder. */
export function clusterFolder(dataDir: string, major: number): string {
  return path.join(dataDir, `postgres-${major}`);
}

/** PostgreSQL's log folder; the settings name it relative to the cluster. */
export function logFolder(dataDir: string): string {
  return path.join(dataDir, 'log');
}

/** What PostgreSQL printed before its log began, from its latest start. */
export function startLog(dataDir: string): string {
  return path.join(dataDir, 'start.log');
}

/**
 * Makes the data folder where it is missing, and the log folder in it.
 *
 * @param dataDir An absolute path.
 * @returns Whom to run PostgreSQL as; `undefined` for the user this process already is.
 * @throws EmbeddedError `EMBEDDED_FOLDER_UNUSABLE` when it can't be made or belongs to another.
 */
export function prepareDataFolder(dataDir: string, major: number): Identity | undefined {
  try {
    const parent = nearestFolder(dataDir);
    const above = mkdirSync(path.dirname(dataDir), { recursive: true });
    const first = above ?? mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const identity = chooseIdentity([dataDir, clusterFolder(dataDir, major), parent]);
    if (first && identity && statSync(parent).uid === identity.uid) {
      giveAway(dataDir, first, identity);
    }
    const { uid, mode } = statSync(dataDir);
    if (!isRoot() && uid !== process.getuid?.()) {
      throw new Error(`it belongs to the user with the number ${uid}`);
    }
    // PostgreSQL passes through the folder to its cluster and its log, and reads nothing in it.
    if (identity && uid !== identity.uid) chmodSync(dataDir, (mode & 0o777) | 0o011);
    makeFolderFor(logFolder(dataDir), identity);
    mkdirSync(path.join(dataDir, 'holders'), { recursive: true, mode: 0o700 });
    if (isRoot()) lchownSync(path.join(dataDir, 'holders'), uid, statSync(dataDir).gid);
    return identity;
  } catch (cause) {
    throw new EmbeddedError({
      code: 'EMBEDDED_FOLDER_UNUSABLE',
      message: 'The data folder of the embedded PostgreSQL can not be used.',
      details: `${dataDir}: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'Set CATB_DATA_DIR to a folder that you may write to.',
      cause,
    });
  }
}

/** Makes a folder that only the user PostgreSQL runs as can enter. */
export function makeFolderFor(folder: string, identity: Identity | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (identity) lchownSync(folder, identity.uid, identity.gid);
}

/**
 * Says how PostgreSQL is told where its cluster is: by path, or, when the user it runs as may not
 * pass through a parent (root's home, a `mktemp` folder), as the folder it is started in. Linux
 * follows `/proc/self/cwd` without walking the parents.
 *
 * @throws EmbeddedError `EMBEDDED_FOLDER_OUT_OF_REACH` when the second way does not exist here:
 * outside Linux, and with PostgreSQL 15, which walks to its working folder by path.
 */
export function clusterArgument(
  cluster: string,
  major: number,
  identity: Identity | undefined,
): string {
  const blocking = identity && blockingFolder(cluster, identity);
  if (!identity || !blocking) return cluster;
  if (process.platform === 'linux' && major > 15) return '/proc/self/cwd';
  throw new EmbeddedError({
    code: 'EMBEDDED_FOLDER_OUT_OF_REACH',
    message: 'PostgreSQL can not get to its data folder.',
    details:
      `It refuses to run as root, so it runs as the user with the number ${identity.uid}, ` +
      `who may not pass through ${blocking}.`,
    hint: 'Set CATB_DATA_DIR to a folder such as /var/lib/catb, or start as an ordinary user.',
  });
}

function nearestFolder(target: string): string {
  let at = path.dirname(target);
  while (!existsSync(at)) at = path.dirname(at);
  return at;
}

function giveAway(dataDir: string, first: string, identity: Identity): void {
  for (let at = dataDir; ; at = path.dirname(at)) {
    lchownSync(at, identity.uid, identity.gid);
    if (at === first) return;
  }
}
