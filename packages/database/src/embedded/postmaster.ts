/** In charge of telling whether a cluster's PostgreSQL runs, and of what a killed one left. */
import { readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, programName, startArguments, workingFolder } from './processes.ts';

/** A living PostgreSQL, as its `postmaster.pid` describes it. */
export interface Postmaster {
  pid: number;
  port: number;
  startedAt: Date;
  /** Whether it accepts connections; before that it starts or recovers. */
  ready: boolean;
}

/** Finds the living PostgreSQL of a cluster. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readPidFile(cluster);
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  if (recognise(pid, cluster, lines) !== 'this') return undefined;
  return {
    pid,
    port: Number(lines[3] ?? 0),
    startedAt: new Date(Number(lines[2] ?? 0) * 1000),
    ready: lines[7]?.trim() === 'ready',
  };
}

/**
 * Clears away what a PostgreSQL that was killed left behind: its backends, which may outlive it
 * while they are busy and keep the next one from starting, and a `postmaster.pid` with a number
 * that another process has by now.
 */
export async function clearRemains(cluster: string): Promise<void> {
  const lines = readPidFile(cluster);
  if (!lines) return;
  for (let waited = 0; ; waited += 20) {
    const orphans = findOrphans(cluster);
    if (orphans.length === 0) break;
    for (const pid of orphans) signal(pid, waited < 2_000 ? 'SIGQUIT' : 'SIGKILL');
    if (waited > 5_000) break;
    await sleep(20);
  }
  const pid = Number(lines[0]);
  if (isAlive(pid) && recognise(pid, cluster, lines) === 'another') {
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
  }
}

function readPidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

/**
 * Tells whether a number in `postmaster.pid` is still the PostgreSQL of this cluster: after a crash
 * or in a new container, any process may have it. PostgreSQL works in its cluster's folder, which
 * root can't always read (in a container without the privilege to trace), its arguments it can.
 */
function recognise(pid: number, cluster: string, lines: string[]): 'this' | 'another' | 'unknown' {
  if (process.platform !== 'linux') return 'this';
  if (programName(pid) !== 'postgres') return 'another';
  const folder = workingFolder(pid);
  if (folder !== undefined) return folder === realpathSync(cluster) ? 'this' : 'another';
  const words = startArguments(pid) ?? [];
  const place = words[words.indexOf('-D') + 1];
  const port = words[words.indexOf('-p') + 1];
  const told = place === cluster || place === '/proc/self/cwd';
  return told && port === lines[3] ? 'this' : 'unknown';
}

function findOrphans(cluster: string): number[] {
  if (process.platform !== 'linux') return [];
  const folder = realpathSync(cluster);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && workingFolder(pid) === folder && programName(pid) === 'postgres');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself.
  }
}
