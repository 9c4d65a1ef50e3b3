/** In charge of making a new cluster, so that a folder of its name is always a whole one. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { lchownSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { clusterArgument, clusterFolder, makeFolderFor } from './data-folder.ts';
import { EmbeddedError } from './embedded-error.ts';
import { createPrivateFile } from './private-file.ts';
import type { Identity } from './reach.ts';
import { settingsFile } from './settings.ts';
import type { EmbeddedState } from './state.ts';

const draftPrefix = 'initializing-';

/** Whether the data folder has a cluster of this major. */
export function hasCluster(dataDir: string, major: number): boolean {
  return existsSync(clusterFolder(dataDir, major));
}

/** The major that a cluster was made by. */
export function readClusterMajor(cluster: string): number {
  return Number(readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim());
}

/**
 * Makes a cluster whose superuser is `supabase_admin`. It grows in a folder of another name and is
 * renamed when it is whole, so that a process killed half way leaves nothing to mistake for one.
 *
 * @param durable Whether to wait until it is on disk.
 * @throws EmbeddedError `EMBEDDED_INIT_FAILED` with what initdb printed.
 */
export async function makeCluster(
  dataDir: string,
  state: EmbeddedState,
  binaries: Binaries,
  identity: Identity | undefined,
  durable: boolean,
): Promise<void> {
  removeDrafts(dataDir);
  const draft = path.join(dataDir, `${draftPrefix}${randomBytes(6).toString('hex')}`);
  const cluster = path.join(draft, 'cluster');
  try {
    mkdirSync(draft, { mode: 0o700 });
    if (identity) lchownSync(draft, identity.uid, identity.gid);
    makeFolderFor(cluster, identity);
    createPrivateFile(path.join(draft, 'password'), state.superuserPassword, identity);
    await runInitdb(binaries.initdb, cluster, state.major, identity, durable);
    appendFileSync(path.join(cluster, 'postgresql.conf'), `\ninclude '${settingsFile}'\n`);
    renameSync(cluster, clusterFolder(dataDir, state.major));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function removeDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith(draftPrefix)) continue;
    // The initdb of a killed process may still be writing there; its draft waits for another time.
    rmSync(path.join(dataDir, name), { recursive: true, force: true, maxRetries: 1 });
  }
}

function runInitdb(
  initdb: string,
  cluster: string,
  major: number,
  identity: Identity | undefined,
  durable: boolean,
): Promise<void> {
  const options = [
    ...['-D', clusterArgument(cluster, major, identity), '-U', 'supabase_admin'],
    ...['--pwfile=../password', '--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions'],
    ...localeOptions(major),
    ...(durable ? [] : ['--no-sync']),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, options, {
      cwd: cluster,
      env: { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...identity,
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', (cause) => reject(initFailed(cause.message, cause)));
    child.on('close', (status, signal) => {
      if (status === 0) resolve();
      else reject(initFailed(said.trim() || `initdb ended with ${signal ?? status}`));
    });
  });
}

/** Letters of every language are letters, and text sorts by code point, the same on each machine. */
function localeOptions(major: number): string[] {
  if (major >= 17) {
    return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  }
  // Before 17 the system's locale is what there is; macOS has C.UTF-8 only in its latest versions.
  return process.platform === 'linux' ? ['--locale=C.UTF-8', '--lc-messages=C'] : ['--locale=C'];
}

function initFailed(details: string, cause?: unknown): EmbeddedError {
  return new EmbeddedError({
    code: 'EMBEDDED_INIT_FAILED',
    message: 'A new PostgreSQL cluster could not be made in the data folder.',
    details,
    hint: 'Check that the disk has 100 MB free and that this user has an entry in /etc/passwd.',
    cause,
  });
}
