/** Holds for every file of the project: nothing of a developer's machine gets into it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 16 * 1024 * 1024,
  });

interface ProjectFile {
  path: string;
  text: string;
}

/** The text files that are, or would be, committed. */
const readProject = (): ProjectFile[] =>
  run('git', 'ls-files', '--cached', '--others', '--exclude-standard', '-z')
    .split('\0')
    .filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile())
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));

const files = readProject();
const named = (name: string) => files.filter(({ path }) => basename(path) === name);

/** Each place that matches, as `path:line`. */
const findAll = (pattern: RegExp, within: readonly ProjectFile[] = files): string[] =>
  within.flatMap(({ path, text }) =>
    pattern.test(text)
      ? text
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? `${path}:${index + 1}` : []))
      : [],
  );

// Put together here, so that this file does not hold what it looks for.
const registryHosts = [
  ['registry', 'npmjs'],
  ['registry', 'npmmirror'],
  ['registry', 'yarnpkg'],
  ['npm', 'pkg', 'github'],
].map((parts) => parts.join('.'));

const configuredHost = (): string[] => {
  const { hostname } = new URL(run('npm', 'config', 'get', 'registry').trim());
  return /^(localhost|127\.|\[::1\])/.test(hostname) ? [] : [hostname];
};

const anyOf = (words: string[]) =>
  new RegExp(words.map((word) => word.replace(/[.[\]]/g, '\\$&')).join('|'));

describe('the project', () => {
  test('its files are found', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'LICENSE']));
  });

  test('no file names the host of a package registry', () => {
    expect(findAll(anyOf([...registryHosts, ...configuredHost()]))).toEqual([]);
  });

  test('a lock file says what is installed, not from where', () => {
    const locks = named('package-lock.json');
    expect(locks.length).toBeGreaterThan(0);
    expect(findAll(/"resolved": "https?:/, locks)).toEqual([]);
  });

  test("no file holds an absolute path of a developer's machine", () => {
    const folders = ['work', 'root', 'home', 'Users'];
    expect(findAll(new RegExp(`(?<![\\w.*~}-])/(${folders.join('|')})/[\\w.]`))).toEqual([]);
  });

  test('every package is made of ES modules under the Apache licence', () => {
    const packages = named('package.json').map(({ path, text }) => {
      const { type, license } = JSON.parse(text) as { type?: string; license?: string };
      return { path, type, license };
    });
    expect(packages.length).toBeGreaterThan(4);
    expect(packages).toEqual(
      packages.map(({ path }) => ({ path, type: 'module', license: 'Apache-2.0' })),
    );
  });

  test('the licence is the one that the packages name', () => {
    expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toMatch(
      /Apache License\s+Version 2\.0[\s\S]+APPENDIX: How to apply the Apache License/,
    );
  });
});
