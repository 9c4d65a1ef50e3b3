/**
 * In charge of the backend as a process that a test starts, kills and starts again. It is the built
 * one: `npm test` builds first, and so must whoever runs these tests alone.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Serving } from './serve.ts';

/** A backend that serves. */
export interface BackendProcess extends Serving {
  /** Sends the signal and resolves with how the process ended: an exit status, or a signal. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | NodeJS.Signals>;
  /** The newest lines of its log. */
  logLines: string[];
}

/** `serve.ts` as the build left it: Node 20 runs no TypeScript. */
const program = path.resolve(import.meta.dirname, '../../dist/faults/serve.js');
const readyWithinMs = 120_000;
const linesKept = 2_000;

/**
 * Starts one with these settings; limits are off and nothing is taken from this process's
 * environment but the path, so that no key of a provider gets in.
 *
 * @throws Error with the end of its log when it does not serve within two minutes
 */
export async function startBackendProcess(
  settings: Record<string, string>,
): Promise<BackendProcess> {
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      CATB_TURNS_PER_MINUTE: '0',
      CATB_REQUESTS_PER_MINUTE: '0',
      CATB_SESSIONS_PER_HOUR: '0',
      CATB_LOG_LEVEL: 'warn',
      ...settings,
    },
  });
  const logLines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    logLines.push(line);
    if (logLines.length > linesKept) logLines.shift();
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('exit', (status, signal) => resolve(signal ?? status ?? 0));
  });
  const end: BackendProcess['end'] = (signal) => {
    child.kill(signal);
    return ended;
  };
  // A test run that is interrupted leaves no backend behind.
  process.once('exit', () => child.kill('SIGKILL'));

  const timer = setTimeout(() => child.kill('SIGKILL'), readyWithinMs);
  try {
    const serving = await new Promise<Serving>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) =>
        resolve(JSON.parse(line) as Serving),
      );
      void ended.then((how) => {
        reject(new Error(`It ended with ${how}:\n${logLines.slice(-15).join('\n')}`));
      });
    });
    return { ...serving, end, logLines };
  } finally {
    clearTimeout(timer);
  }
}
