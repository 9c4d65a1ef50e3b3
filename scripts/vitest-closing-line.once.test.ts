import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// Each run of vitest takes 1 s on an idle machine and 10 s on a busy one.
vi.setConfig({ testTimeout: 120_000 });

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const reporter = join(import.meta.dirname, 'vitest-closing-line.ts');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catb-closing-line-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs vitest on the given test files and returns the last line that it prints. */
function lastLine(files: Record<string, string>, setup = ''): string | undefined {
  for (const [name, code] of Object.entries(files)) {
    writeFileSync(join(folder, `${name}.test.js`), code);
  }
  writeFileSync(join(folder, 'setup.mjs'), `export default () => { ${setup} };`);
  writeFileSync(
    join(folder, 'config.mjs'),
    `export default { test: { globals: true, maxWorkers: 1, globalSetup: ['setup.mjs'] } };`,
  );
  const reporters = ['--reporter=default', `--reporter=${reporter}`];
  const { stdout } = spawnSync(
    process.execPath,
    [vitest, 'run', '--root', folder, '--config', join(folder, 'config.mjs'), ...reporters],
    { cwd: folder, encoding: 'utf8' },
  );
  return stripVTControlCharacters(stdout).trimEnd().split('\n').at(-1);
}

describe('the closing line', () => {
  it('counts the tests of all files', () => {
    expect(lastLine({ one: `test('a', () => {})`, two: `test('b', () => {})` })).toBe(
      '2 passed, 0 failed',
    );
  });

  it('counts as failed also a file, a hook and an error outside of any test', () => {
    const failing = `test('a', () => {}); test('b', () => { throw 1 }); test.skip('c', () => {});`;
    const hook = `test('a', () => {}); describe('group', () => {
      afterAll(() => { throw new Error('no') }); test('b', () => {}); });`;
    const unheard = `test('a', async () => {
      Promise.reject(new Error('no')); await new Promise((go) => setTimeout(go, 50)); });`;
    const broken = `import 'nothing-of-this-name';`;
    expect(lastLine({ failing, hook, unheard, broken })).toBe('4 passed, 4 failed, 1 skipped');
  });

  it('counts a run that could not begin as a failure', () => {
    expect(lastLine({ one: `test('a', () => {})` }, `throw new Error('no')`)).toBe(
      '0 passed, 1 failed',
    );
  });
});
