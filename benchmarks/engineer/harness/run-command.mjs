/** In charge of running a command to its end, in a process of its own. */
import { spawn } from 'node:child_process';

/** None takes longer than this unless something is wrong. */
const DEADLINE_MS = 120_000;

/**
 * @param {string} file
 * @param {string[]} args
 * @param {string} [input] for its standard input
 * @returns {Promise<{ status: number | null, output: string, complaints: string, seconds: number }>}
 */
export async function runCommand(file, args, input = '') {
  const began = performance.now();
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'], timeout: DEADLINE_MS });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (complaints += chunk));
  // A command that reads nothing closes the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { status, output, complaints, seconds: (performance.now() - began) / 1000 };
}
