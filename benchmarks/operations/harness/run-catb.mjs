/** In charge of the command as a person runs it, in a process of its own. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CATB = fileURLToPath(new URL('../../../packages/cli/dist/main.js', import.meta.url));

/**
 * @param {string[]} args
 * @param {string} url the database
 * @returns {Promise<{ answer: any, peak: number }>} what it printed as JSON, and the most memory that its
 *   process had, in MB
 */
export async function runCatb(args, url) {
  const child = spawn(process.execPath, [CATB, ...args, '--db-url', url, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, complaints, peak] = ['', '', 0];
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (complaints += chunk));
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 20);
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (status !== 0) {
    throw new Error(`catb ${args.join(' ')} ended with ${status}: ${complaints || output}`);
  }
  return { answer: JSON.parse(output), peak };
}

/** Linux counts it; elsewhere it is 0. */
function peakOf(/** @type {number | undefined} */ pid) {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1_024;
  } catch {
    return 0;
  }
}
