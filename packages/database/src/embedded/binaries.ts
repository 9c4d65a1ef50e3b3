/** In charge of binaries that PostgreSQL's user can run: those of the package, or a copy of them. */
import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { BinaryPackage } from './platform.ts';
import { blockingFolder, type Identity } from './reach.ts';
import { completeLibraryLinks } from './symlinks.ts';

/** Binaries that are ready to run. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Where copies of binaries are kept: for every data folder as root, in the data folder otherwise. */
export function copiesFolder(dataDir: string, identity: Identity | undefined): string {
  return identity ? '/var/cache/catb' : path.join(dataDir, 'binaries');
}

/**
 * Makes the binaries of a package ready. They are copied (60 MB, once a version) when the user
 * PostgreSQL runs as can't reach the package, as below root's home, or when the package lacks its
 * library links and can't be written to.
 *
 * @param copies The folder for copies.
 * @param identity Whom PostgreSQL runs as, where that is somebody else.
 */
export function prepareBinaries(
  found: BinaryPackage,
  copies: string,
  identity: Identity | undefined,
): Binaries {
  const bin = path.join('native', 'bin');
  let root = found.root;
  const copy = path.join(copies, `postgres-${found.packageVersion}`);
  if (identity && blockingFolder(path.join(root, bin, 'postgres'), identity)) {
    root = copyBinaries(root, copy);
  } else {
    try {
      completeLibraryLinks(root);
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) {
        throw error;
      }
      root = copyBinaries(root, copy);
    }
  }
  return { initdb: path.join(root, bin, 'initdb'), postgres: path.join(root, bin, 'postgres') };
}

function copyBinaries(from: string, to: string): string {
  if (existsSync(to)) return to;
  const draft = `${to}.${randomBytes(6).toString('hex')}`;
  try {
    cpSync(path.join(from, 'native'), path.join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    completeLibraryLinks(draft);
    openToAll(draft);
    chmodSync(path.dirname(to), 0o755);
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process copied at the same moment and was first.
    if (!existsSync(to)) throw error;
  }
  return to;
}

/** Whatever the umask was when the package was installed, and is now. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const runs = entry.isDirectory() || (statSync(file).mode & 0o100) !== 0;
    chmodSync(file, runs ? 0o755 : 0o644);
  }
}
