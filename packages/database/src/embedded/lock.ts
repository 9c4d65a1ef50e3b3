/**
 * In charge of one process at a time changing a data folder.
 *
 * The lock is the file `lock.<n>` with the highest number. It is never deleted by anyone but the
 * next owner, who makes `lock.<n + 1>` once the owner of `<n>` has released it or died; so there is
 * no moment at which two processes can break the same stale lock and both believe they own it.
 */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError } from './embedded-error.ts';
import { createPrivateFile } from './private-file.ts';
import { isSameProcess, markOwnProcess, type ProcessMark } from './processes.ts';

/** Gives the lock back. */
export type Release = () => void;

const released = 'released';
/** An owner writes its mark right after it made the file; one that has not by then died on it. */
const unmarkedMs = 5_000;

/**
 * Runs a function while no other process, and nothing else in this one, changes the data folder.
 *
 * @param waitMs How long to wait for another owner, in milliseconds; 60 seconds by default.
 * @throws EmbeddedError `EMBEDDED_LOCKED` when a living process has held it for that long.
 */
export async function withLock<T>(
  dataDir: string,
  run: () => Promise<T>,
  waitMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + waitMs;
  let release = tryLock(dataDir);
  while (!release) {
    if (Date.now() > deadline) throw locked(dataDir, waitMs);
    await sleep(10);
    release = tryLock(dataDir);
  }
  try {
    return await run();
  } finally {
    release();
  }
}

/** Takes the lock if it is free now. */
export function tryLock(dataDir: string): Release | undefined {
  const newest = newestNumber(dataDir);
  if (newest > 0 && isHeld(lockFile(dataDir, newest))) return undefined;
  const mine = lockFile(dataDir, newest + 1);
  try {
    createPrivateFile(mine, JSON.stringify(markOwnProcess()));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
  if (newestNumber(dataDir) !== newest + 1) {
    // Others took and released it between the two looks, and have moved on past this number.
    rmSync(mine, { force: true });
    return undefined;
  }
  for (const number of numbers(dataDir)) {
    if (number <= newest) rmSync(lockFile(dataDir, number), { force: true });
  }
  return () => writeFileSync(mine, released);
}

/** Whether something in this process holds the lock. */
export function isLockedHere(dataDir: string): boolean {
  const newest = newestNumber(dataDir);
  return newest > 0 && readOwner(lockFile(dataDir, newest))?.pid === process.pid;
}

function isHeld(file: string): boolean {
  try {
    if (readFileSync(file, 'utf8') === released) return false;
    const owner = readOwner(file);
    return owner ? isSameProcess(owner) : Date.now() - statSync(file).mtimeMs < unmarkedMs;
  } catch (error) {
    // Gone: a newer one has been made meanwhile.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}

function readOwner(file: string): ProcessMark | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessMark;
  } catch {
    return undefined;
  }
}

function lockFile(dataDir: string, number: number): string {
  return path.join(dataDir, `lock.${number}`);
}

function numbers(dataDir: string): number[] {
  return readdirSync(dataDir)
    .map((name) => /^lock\.(\d+)$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number);
}

function newestNumber(dataDir: string): number {
  return Math.max(0, ...numbers(dataDir));
}

function locked(dataDir: string, waitMs: number): EmbeddedError {
  const file = lockFile(dataDir, newestNumber(dataDir));
  return new EmbeddedError({
    code: 'EMBEDDED_LOCKED',
    message: `Another process has been starting or stopping PostgreSQL for ${waitMs / 1000} s.`,
    details: `${file}: ${readFileSync(file, 'utf8')}`,
    hint: 'Wait until it is done, or end that process; its lock is then recognised as stale.',
  });
}
