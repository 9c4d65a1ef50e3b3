/** In charge of files that only their owner may read, written all at once or not at all. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Identity } from './reach.ts';
import { isRoot } from './run-as.ts';

/**
 * Writes a file, mode 0600, in place of whatever had its name. A reader sees the old content or
 * the new, and a link of that name is replaced, not followed.
 *
 * @param owner As root, whom the file is given to; by default the owner of its folder.
 */
export function writePrivateFile(file: string, content: string, owner?: Identity): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    create(draft, content, owner, true);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * Writes a new file, mode 0600; throws `EEXIST` when there is one. It does not wait for the disk:
 * for what means nothing after a restart of the machine.
 */
export function createPrivateFile(file: string, content: string, owner?: Identity): void {
  create(file, content, owner, false);
}

function create(
  file: string,
  content: string,
  owner: Identity | undefined,
  lasting: boolean,
): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, content);
    const { uid, gid } = owner ?? statSync(path.dirname(file));
    if (isRoot()) fchownSync(descriptor, uid, gid);
    if (lasting) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
