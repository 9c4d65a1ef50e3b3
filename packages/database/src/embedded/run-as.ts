/** In charge of the user that PostgreSQL runs as when catb itself runs as root. */
import { readFileSync, statSync } from 'node:fs';
import type { Identity } from './reach.ts';

/** Tells whether this process is root, as which PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Chooses whom PostgreSQL runs as: nobody else when this process is an ordinary user; as root, the
 * owner of the first of the given folders that an ordinary user owns, so that data stay with who
 * owns the place; otherwise `nobody`.
 *
 * @param folders Folders in the order in which their owners are preferred; missing ones are fine.
 */
export function chooseIdentity(folders: string[]): Identity | undefined {
  if (!isRoot()) return undefined;
  const users = readUsers();
  for (const folder of folders) {
    const owner = statSync(folder, { throwIfNoEntry: false });
    // initdb looks its user up by number and gives up when there is no such entry.
    if (owner && owner.uid !== 0 && users.some(({ uid }) => uid === owner.uid)) {
      return { uid: owner.uid, gid: owner.gid };
    }
  }
  const nobody = users.find(({ name }) => name === 'nobody') ?? users.find(({ uid }) => uid !== 0);
  return { uid: nobody?.uid ?? 65534, gid: nobody?.gid ?? 65534 };
}

function readUsers(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
