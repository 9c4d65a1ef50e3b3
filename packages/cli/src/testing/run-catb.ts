/**
 * In charge of running `catb` as a process of its own in an empty folder, as a person does. It is
 * the built one: `npm test` builds first, and so must whoever runs these tests alone.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The built program; Node 20 runs no TypeScript. */
const program = path.resolve(import.meta.dirname, '../../dist/main.js');

/** How a command ended. */
export interface Ended {
  status: number | NodeJS.Signals;
  stdout: string;
  stderr: string;
}

/** What a command is run with. */
export interface RunOptions {
  cwd: string;
  /** Settings; nothing else of this process's environment gets in but the path. */
  env?: Record<string, string>;
  /** What it reads on standard input; nothing by default. */
  input?: string;
  /** The program to run; the built one by default. */
  main?: string;
}

/** An empty folder that the user PostgreSQL runs as can get to. */
export function makeEmptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'catb-cli-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Removes a folder of makeEmptyFolder(). */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Starts it and does not wait; a test run that is interrupted leaves none behind. */
export function startCatb(args: readonly string[], options: RunOptions): ChildProcess {
  const child = spawn(process.execPath, [options.main ?? program, ...args], {
    cwd: options.cwd,
    env: { PATH: process.env['PATH'], ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/** Runs it to its end. */
export async function runCatb(args: readonly string[], options: RunOptions): Promise<Ended> {
  const child = startCatb(args, options);
  const read = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (read.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (read.stderr += text));
  child.stdin?.end(options.input ?? '');
  const status = await new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 0));
  });
  return { status, ...read };
}

/** The one JSON document that standard output must be. */
export function documentOf({ stdout }: Ended): unknown {
  return JSON.parse(stdout);
}
