/** In charge of an embedded server that exists for as long as something is tried on it. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import type { EmbeddedMajor } from './platform.ts';
import { startEmbedded, type EmbeddedPostgres } from './start.ts';
import { stopEmbedded } from './stop.ts';

const prefix = 'catb-copy-';
/** A folder this young may belong to a process that is about to start its server. */
const leftoverAfterMs = 60_000;
const newestMajor: EmbeddedMajor = 18;
const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Speed instead of safety: the data is thrown away. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  jit: 'off',
  shared_buffers: '64MB',
  max_connections: '60',
  // The whole schema is made in a few transactions, which lock what they make.
  max_locks_per_transaction: '1024',
  max_wal_size: '1GB',
  checkpoint_timeout: '1h',
};

/** What can be chosen about a throw-away server. */
export interface ThrowAwayOptions {
  /** The major it should have; where that is not installed, it is the newest. */
  major: number;
  /** More settings for `postgresql.conf`. */
  settings?: Record<string, string> | undefined;
}

/**
 * Starts the server, hands it to `run`, and stops and removes it whatever happens, an interruption
 * by a signal included. What a killed process has left behind is removed at the next call.
 *
 * @throws EmbeddedError `EMBEDDED_…`
 */
export async function withThrowAwayServer<T>(
  options: ThrowAwayOptions,
  run: (server: EmbeddedPostgres) => Promise<T>,
): Promise<T> {
  await removeLeftovers();
  const dataDir = mkdtempSync(path.join(tmpdir(), prefix));
  let server: EmbeddedPostgres | undefined;
  const remove = async (): Promise<void> => {
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  const stopAndEnd = (signal: NodeJS.Signals): void => {
    for (const each of signals) process.off(each, stopAndEnd);
    void remove().finally(() => process.kill(process.pid, signal));
  };
  for (const signal of signals) process.on(signal, stopAndEnd);
  try {
    chmodSync(dataDir, 0o755);
    server = await start(dataDir, options);
    return await run(server);
  } finally {
    for (const signal of signals) process.off(signal, stopAndEnd);
    await remove();
  }
}

async function start(dataDir: string, options: ThrowAwayOptions): Promise<EmbeddedPostgres> {
  const wanted = { dataDir, settings: { ...settings, ...options.settings } };
  // 16 is in no package: what runs on it is tried on the next one.
  const major = (options.major === 16 ? 17 : options.major) as EmbeddedMajor;
  try {
    return await startEmbedded({ ...wanted, major });
  } catch (error) {
    const isUnknown =
      error instanceof EmbeddedError && error.code === 'EMBEDDED_UNSUPPORTED_PLATFORM';
    if (!isUnknown || major === newestMajor) throw error;
    return await startEmbedded({ ...wanted, major: newestMajor });
  }
}

async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = path.join(tmpdir(), name);
    const made = statSync(folder, { throwIfNoEntry: false })?.birthtimeMs ?? Date.now();
    if (Date.now() - made < leftoverAfterMs) continue;
    try {
      const { heldBy } = await stopEmbedded(folder);
      if (heldBy.length === 0) rmSync(folder, { recursive: true, force: true });
    } catch {
      // It belongs to another user.
    }
  }
}
