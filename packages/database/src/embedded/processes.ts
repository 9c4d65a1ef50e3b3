/** In charge of telling whether a process that was written down is still the same one. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** A process as it is written down in a file. */
export interface ProcessMark {
  pid: number;
  /** When it began, in the system's own words; the same number later is another process. */
  birth: string;
}

const zombie = 'Z';

/** Writes this process down. */
export function markOwnProcess(): ProcessMark {
  return { pid: process.pid, birth: readBirth(process.pid) ?? '' };
}

/** Tells whether the process that was written down lives. */
export function isSameProcess(mark: ProcessMark): boolean {
  return isAlive(mark.pid) && readBirth(mark.pid) === mark.birth;
}

/** Tells whether a process lives; one that has ended and waits to be collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return process.platform !== 'linux' || readStat(pid)?.state !== zombie;
}

/** The folder a process works in; `undefined` where the system doesn't say, or to this user. */
export function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** The name of a process's program; `undefined` where the system doesn't say. */
export function programName(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** What a process was started with; `undefined` where the system doesn't say. */
export function startArguments(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return undefined;
  }
}

/** The number of this boot of the machine; empty where the system has none. */
export function bootMark(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function readBirth(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const ticks = readStat(pid)?.startTicks;
    return ticks === undefined ? undefined : `${bootMark()} ${ticks}`;
  }
  const answer = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return answer.stdout?.trim() || undefined;
}

function readStat(pid: number): { state: string; startTicks: string } | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold spaces and parentheses.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTicks: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
