/** In charge of telling whether another user of the system can get to a file. */
import { statSync } from 'node:fs';
import path from 'node:path';

/** A user and group of the operating system. */
export interface Identity {
  uid: number;
  gid: number;
}

/**
 * Finds the folder on the way to a path that a user may not pass through.
 *
 * @param target An absolute path; the last part is not checked.
 * @returns The first such folder from the root, or `undefined` when all can be passed.
 */
export function blockingFolder(target: string, identity: Identity): string | undefined {
  const parents: string[] = [];
  for (let at = path.dirname(target); ; at = path.dirname(at)) {
    parents.unshift(at);
    if (at === path.dirname(at)) break;
  }
  return parents.find((folder) => !mayPass(folder, identity));
}

function mayPass(folder: string, identity: Identity): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === identity.uid) return (mode & 0o100) !== 0;
  if (gid === identity.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
