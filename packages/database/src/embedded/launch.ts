/** In charge of starting PostgreSQL on a cluster and of waiting until it accepts connections. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterArgument, clusterFolder, startLog } from './data-folder.ts';
import { EmbeddedError } from './embedded-error.ts';
import { readLastWords } from './last-words.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import { writePrivateFile } from './private-file.ts';
import type { Identity } from './reach.ts';
import { formatSettings, settingsFile } from './settings.ts';

/** What a start needs to know. */
export interface Launch {
  dataDir: string;
  major: number;
  postgres: string;
  identity: Identity | undefined;
  port: number;
  settings: Record<string, string> | undefined;
}

/**
 * Keeps the memory that a statement used for the next one: glibc's defaults give it back to the
 * kernel after each and fetch it again, three system calls and two page faults a turn. In bytes.
 */
const keepMemory = {
  MALLOC_TRIM_THRESHOLD_: '8388608',
  MALLOC_MMAP_THRESHOLD_: '8388608',
  MALLOC_TOP_PAD_: '1048576',
};

/** Recovery after a crash reads up to max_wal_size of log; this is far more than it takes. */
const readyWithinMs = 10 * 60_000;
const lookEveryMs = 10;

/**
 * Starts PostgreSQL in a session of its own, so that Ctrl-C in the terminal reaches Node alone,
 * and waits until it accepts connections.
 *
 * @throws EmbeddedError `EMBEDDED_START_FAILED` with what PostgreSQL printed.
 */
export async function launchPostmaster(launch: Launch): Promise<Postmaster> {
  const cluster = clusterFolder(launch.dataDir, launch.major);
  const settings = path.join(cluster, settingsFile);
  writePrivateFile(settings, formatSettings(launch.settings), launch.identity);
  const output = openSync(startLog(launch.dataDir), 'w', 0o600);
  const folder = clusterArgument(cluster, launch.major, launch.identity);
  // The address and the sockets are said here, where no configuration file can change them.
  const child = spawn(
    launch.postgres,
    ['-D', folder, '-p', String(launch.port), '-h', '127.0.0.1', '-k', ''],
    {
      cwd: cluster,
      env: { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C', ...keepMemory },
      detached: true,
      stdio: ['ignore', output, output],
      ...launch.identity,
    },
  );
  closeSync(output);
  child.unref();
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (status, signal) => resolve(`postgres ended with ${signal ?? status}`));
  });
  return waitUntilReady(launch.dataDir, cluster, { pid: child.pid ?? 0, ended });
}

/**
 * Waits until the PostgreSQL of a cluster accepts connections.
 *
 * @param own Its process, where it is a child of this one, and what resolves when it has ended.
 */
export async function waitUntilReady(
  dataDir: string,
  cluster: string,
  own?: { pid: number; ended: Promise<string> },
): Promise<Postmaster> {
  const deadline = Date.now() + readyWithinMs;
  let reason: string | undefined;
  void own?.ended.then((text) => (reason = text));
  while (Date.now() < deadline) {
    const postmaster = findPostmaster(cluster);
    if (postmaster?.ready) return postmaster;
    if (!own && !postmaster) reason = 'It ended before it was ready.';
    if (reason !== undefined) throw await startFailed(dataDir, reason, own?.pid);
    await sleep(lookEveryMs);
  }
  throw await startFailed(
    dataDir,
    `It was not ready within ${readyWithinMs / 60_000} minutes.`,
    own?.pid,
  );
}

async function startFailed(
  dataDir: string,
  reason: string,
  pid: number | undefined,
): Promise<EmbeddedError> {
  return new EmbeddedError({
    code: 'EMBEDDED_START_FAILED',
    message: 'PostgreSQL did not start.',
    details: [reason, ...(await readLastWords(dataDir, pid))].join('\n'),
    hint: 'The log folder beside the cluster has more.',
  });
}
