/** In charge of what a PostgreSQL that did not start has said about it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { logFolder, startLog } from './data-folder.ts';

const lastLines = 8;

/**
 * Reads the last lines that PostgreSQL printed at its latest start. Its complaints about files and
 * settings come before its log begins, those about the port and about shared memory go to the log.
 *
 * @param pid Its process, by which its lines in the log are known; without it the log is left out.
 */
export function readLastWords(dataDir: string, pid: number | undefined): string[] {
  const lines = readLines(startLog(dataDir));
  const log = newestLog(logFolder(dataDir));
  if (pid && log) lines.push(...readLines(log).filter((line) => line.includes(`[${pid}]`)));
  return lines.slice(-lastLines);
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
