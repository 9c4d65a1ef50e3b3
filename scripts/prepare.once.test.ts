/** What `npm start` and `npm test` decide before they run anything. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { findMissingOutputs, fingerprintSources } from './fingerprint-sources.mjs';
import { packagesAreMissing } from './install-packages.mjs';
import { lockFor, takeTurns } from './take-turns.mjs';

let root = '';

const write = (path: string, content: unknown) => {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, typeof content === 'string' ? content : JSON.stringify(content));
};

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'catb-prepare-test-'));
  root = folder;
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of ['tsconfig.base.json', 'tsconfig.json', 'package-lock.json']) write(file, {});
  write('packages/cli/package.json', { bin: { catb: './dist/main.js' } });
  write('packages/cli/src/main.ts', 'export {};');
  write('packages/cli/src/main.test.ts', 'export {};');
});

describe('the build is stale', () => {
  test.each([
    ['a source is edited', () => write('packages/cli/src/main.ts', 'export const a = 1;')],
    ['a source is added', () => write('packages/cli/src/other.ts', '')],
    ['a source is deleted', () => rmSync(join(root, 'packages/cli/src/main.ts'))],
    [
      'an older source takes its place',
      () => utimesSync(join(root, 'packages/cli/src/main.ts'), 1_000_000, 1_000_000),
    ],
    ['other packages are locked', () => write('package-lock.json', { packages: {} })],
  ])('when %s', (_, change) => {
    const before = fingerprintSources(root);
    expect(fingerprintSources(root)).toBe(before);
    change();
    expect(fingerprintSources(root)).not.toBe(before);
  });

  test('not when a test is edited or something is built', () => {
    const before = fingerprintSources(root);
    write('packages/cli/src/main.test.ts', 'export const a = 1;');
    write('packages/cli/dist/main.js', '');
    expect(fingerprintSources(root)).toBe(before);
  });

  test('when an output that a package names, or the chat page, is not there', () => {
    expect(findMissingOutputs(root)).toHaveLength(2);
    write('packages/cli/dist/main.js', '');
    write('packages/web/dist/client/index.html', '');
    expect(findMissingOutputs(root)).toEqual([]);
  });
});

describe('packages are installed', () => {
  const locked = (version: string) => ({
    '': {},
    'packages/cli': { version: '0.1.0' },
    'node_modules/pg': { version },
    'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['plan9'] },
  });

  test('when there are none', () => {
    write('package-lock.json', { packages: locked('8.0.0') });
    expect(packagesAreMissing(root)).toBe(true);
  });

  test('not again when npm has installed what is locked', () => {
    write('package-lock.json', { packages: locked('8.0.0') });
    const installed = { 'node_modules/pg': { version: '8.0.0' } };
    write('node_modules/.package-lock.json', { packages: installed });
    expect(packagesAreMissing(root)).toBe(false);
  });

  test('when another version is locked than was installed', () => {
    const installed = { 'node_modules/pg': { version: '8.0.0' } };
    write('node_modules/.package-lock.json', { packages: installed });
    write('package-lock.json', { packages: locked('8.0.0') });
    expect(packagesAreMissing(root)).toBe(false);
    write('package-lock.json', { packages: locked('8.1.0') });
    expect(packagesAreMissing(root)).toBe(true);
  });
});

describe('two that prepare at once', () => {
  test('take turns', async () => {
    const events: string[] = [];
    const work = (name: string) =>
      takeTurns(root, async () => {
        events.push(`${name} begins`);
        await sleep(50);
        events.push(`${name} ends`);
      });
    await Promise.all([work('first'), work('second')]);
    expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  test('do not wait for one that died', async () => {
    // Above every process id that Linux and macOS give.
    writeFileSync(lockFor(root), '99999999');
    expect(await takeTurns(root, () => Promise.resolve('done'))).toBe('done');
  });

  test('give the turn back when the work fails', async () => {
    await expect(takeTurns(root, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await takeTurns(root, () => Promise.resolve('done'))).toBe('done');
  });
});
