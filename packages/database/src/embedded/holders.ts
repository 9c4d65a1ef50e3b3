/** In charge of counting who needs the running server: the last one out stops it. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createPrivateFile, writePrivateFile } from './private-file.ts';
import { bootMark, isSameProcess, markOwnProcess, type ProcessMark } from './processes.ts';

/** The holder that is no process: it stands until it is removed, or the machine restarts. */
const manual = 'manual';

/**
 * Writes this process down as one that needs the server.
 *
 * @returns The holder's file, for removeHolder.
 */
export function addHolder(dataDir: string): string {
  const name = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const file = path.join(folder(dataDir), name);
  createPrivateFile(file, JSON.stringify(markOwnProcess()));
  return file;
}

/** Removes a holder that addHolder made. */
export function removeHolder(file: string): void {
  rmSync(file, { force: true });
}

/** Keeps the server running when no process needs it any more. */
export function addManualHolder(dataDir: string): void {
  writePrivateFile(path.join(folder(dataDir), manual), bootMark());
}

/** Takes back what addManualHolder did. */
export function removeManualHolder(dataDir: string): void {
  rmSync(path.join(folder(dataDir), manual), { force: true });
}

/** Whether the server is kept running when no process needs it. */
export function hasManualHolder(dataDir: string): boolean {
  const file = path.join(folder(dataDir), manual);
  return existsSync(file) && readFileSync(file, 'utf8') === bootMark();
}

/** The processes that need the server, by number. Forgets those that have died. */
export function livingHolders(dataDir: string): number[] {
  const living: number[] = [];
  if (!existsSync(folder(dataDir))) return living;
  for (const name of readdirSync(folder(dataDir))) {
    if (!/^\d+-[0-9a-f]+$/.test(name)) continue;
    const file = path.join(folder(dataDir), name);
    const mark = readMark(file);
    if (mark && isSameProcess(mark)) living.push(mark.pid);
    else rmSync(file, { force: true });
  }
  return living;
}

function readMark(file: string): ProcessMark | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessMark;
  } catch {
    return undefined;
  }
}

function folder(dataDir: string): string {
  return path.join(dataDir, 'holders');
}
