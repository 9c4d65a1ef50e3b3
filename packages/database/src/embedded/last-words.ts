/** In charge of what a PostgreSQL that did not start has said about it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { logFolder, startLog } from './data-folder.ts';

const lastLines = 8;
/** The process that writes the log outlives PostgreSQL by a moment, on a busy machine by seconds. */
const logWithinMs = 5_000;
const lookEveryMs = 50;

/**
 * Reads the last lines that PostgreSQL printed at its latest start. Its complaints about files and
 * settings come before its log begins, those about the port and about shared memory go to the log.
 *
 * @param pid Its process, by which its lines in the log are known; without it the log is left out.
 */
export async function readLastWords(dataDir: string, pid: number | undefined): Promise<string[]> {
  const deadline = Date.now() + logWithinMs;
  let lines = readWords(dataDir, pid);
  while (pid && !lines.some(isReason) && Date.now() < deadline) {
    await sleep(lookEveryMs);
    lines = readWords(dataDir, pid);
  }
  return lines.slice(-lastLines);
}

/** What ends a start is fatal; what comes before it only says that PostgreSQL is starting. */
function isReason(line: string): boolean {
  return /(FATAL|PANIC): /.test(line);
}

function readWords(dataDir: string, pid: number | undefined): string[] {
  const printed = readLines(startLog(dataDir));
  const log = newestLog(logFolder(dataDir));
  if (!pid || !log) return printed;
  return [...printed, ...readLines(log).filter((line) => line.includes(`[${pid}]`))];
}

function newestLog(folder: string): string | undefined {
  const changed = (file: string) => statSync(file).mtimeMs;
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .sort((one, other) => changed(other) - changed(one))[0];
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
