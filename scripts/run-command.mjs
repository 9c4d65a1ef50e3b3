/** In charge of running one command of the toolchain, and of saying how long it took. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/**
 * @typedef {object} Outcome
 * @property {boolean} ok whether the command left with status 0
 * @property {number} seconds how long it ran
 * @property {string} output what it printed, when it was captured; otherwise empty
 */

/**
 * Runs a command and waits for it. The command's own output goes to this terminal unless it is
 * captured. It never throws for a command that fails: look at `ok`.
 *
 * @param {string} command the program; `node` means the Node that runs this script
 * @param {string[]} args
 * @param {{ cwd: string, capture?: boolean, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<Outcome>}
 */
export function runCommand(command, args, { cwd, capture = false, env = process.env }) {
  const started = performance.now();
  return new Promise((resolve) => {
    const chunks = /** @type {Buffer[]} */ ([]);
    const child = spawn(command === 'node' ? process.execPath : command, args, {
      cwd,
      env,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // Only npm is started by name, and on Windows it is a script, which needs a shell.
      shell: process.platform === 'win32' && command === 'npm',
    });
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const finish = (ok, note) =>
      resolve({
        ok,
        seconds: (performance.now() - started) / 1000,
        output: Buffer.concat(chunks).toString('utf8') + note,
      });
    child.on('error', (error) =>
      finish(false, `${command} could not be started: ${error.message}\n`),
    );
    child.on('close', (code) => finish(code === 0, ''));
  });
}

/**
 * Runs npm: the one that started this script when there is one, else the one on the path.
 *
 * @param {string[]} args
 * @param {{ cwd: string, capture?: boolean }} options
 * @returns {Promise<Outcome>}
 */
export function runNpm(args, options) {
  const npm = process.env['npm_execpath'];
  return npm?.endsWith('.js')
    ? runCommand('node', [npm, ...args], options)
    : runCommand('npm', args, options);
}

/**
 * @param {number} seconds
 * @returns {string} such as `3.2 s`
 */
export const inSeconds = (seconds) => `${seconds.toFixed(1)} s`;
