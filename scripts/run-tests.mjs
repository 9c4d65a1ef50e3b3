/** In charge of running the tests so that the last line always says how they went. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findBrowser } from './find-browser.mjs';
import { root } from './prepare.mjs';

/** The closing line when the tests could not begin: what kept them from it is the one failure. */
export const NOTHING_RAN = '0 passed, 1 failed';

const CLOSING_LINE = /^\d+ passed, \d+ failed/;

/**
 * Runs vitest over all projects.
 *
 * @param {string[]} args passed to vitest: filters such as `sessions`, options such as
 *   `--project postgres-18`
 * @returns {Promise<number>} vitest's exit status
 */
export function runTests(args) {
  const browser = findBrowser();
  if (!browser) {
    console.log(
      'No browser was found, so the tests of the chat page in a browser are left out (skipped ' +
        'below). Install Chromium, or set CHROMIUM_PATH to a browser that can be run.',
    );
  }
  const package_ = createRequire(import.meta.url).resolve('vitest/package.json');
  const vitest = spawn(
    process.execPath,
    [join(dirname(package_), 'vitest.mjs'), 'run', '--root', root, ...args],
    {
      cwd: root,
      // Both sides must mean the same browser.
      env: { ...process.env, ...(browser && { CHROMIUM_PATH: browser }), ...colours() },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  waitForItWhenInterrupted(vitest);

  // Read on its way through: a vitest that dies early leaves no closing line, and one is promised.
  let last = '';
  let rest = '';
  vitest.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    last = lines.findLast((line) => line.trim() !== '') ?? last;
  });
  return new Promise((resolve) => {
    vitest.on('close', (code) => {
      const closed = CLOSING_LINE.test(stripVTControlCharacters(last));
      if (code !== 0 && !closed) console.log(NOTHING_RAN);
      resolve(code ?? 1);
    });
  });
}

const colours = () =>
  process.stdout.isTTY && !process.env['NO_COLOR'] ? { FORCE_COLOR: '1' } : {};

/**
 * The test servers need a moment to stop. From a terminal Ctrl-C reaches vitest by itself, and a
 * second one would make it leave without them.
 */
const waitForItWhenInterrupted = (it) => {
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) it.kill('SIGINT');
  });
  process.on('SIGTERM', () => it.kill('SIGTERM'));
};
