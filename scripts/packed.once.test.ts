/**
 * The packages as they would be published: packed, unpacked into an empty folder, and run there. Each
 * finds what its package.json names and nothing else, so what it forgot to name is missing here too.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  makeEmptyFolder,
  removeFolder,
  runCatb,
  startCatb,
} from '../packages/cli/src/testing/run-catb.ts';
import { runNpm } from './run-command.mjs';

const root = join(import.meta.dirname, '..');
const copy = makeEmptyFolder();
const installed = makeEmptyFolder();
const cwd = makeEmptyFolder();
const modules = join(installed, 'node_modules');
const main = join(modules, 'catb', 'dist', 'main.js');
const catb = (...args: string[]) => runCatb(args, { cwd, main });

interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const manifestIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Packing changes the folder for a moment, and other tests read it: it is done in a copy. */
async function pack(): Promise<string[]> {
  for (const folder of ['packages', 'supabase', 'scripts']) {
    const filter = (path: string) => basename(path) !== 'node_modules';
    cpSync(join(root, folder), join(copy, folder), { recursive: true, filter });
  }
  const folders = readdirSync(join(copy, 'packages')).filter((name) =>
    existsSync(join(copy, 'packages', name, 'package.json')),
  );
  const { ok, output } = await runNpm(
    ['pack', '--offline', '--silent', ...folders.map((name) => `./packages/${name}`)],
    { cwd: copy, capture: true },
  );
  if (!ok) throw new Error(output);
  return readdirSync(copy).filter((name) => name.endsWith('.tgz'));
}

/** `@catb/server` is made of packages/server, and `catb` of packages/cli. */
const folderOf = ({ name }: Manifest) => (name === 'catb' ? 'cli' : basename(name));

/** What `npm install` would do, without a registry: the dependencies are those of the project. */
function install(tarballs: readonly string[]): void {
  const unpackedOnes = tarballs.map((tarball) => {
    const unpacked = join(copy, 'unpacked', tarball);
    mkdirSync(unpacked, { recursive: true });
    execFileSync('tar', ['-xzf', join(copy, tarball), '-C', unpacked, '--strip-components=1']);
    const manifest = manifestIn(unpacked);
    const folder = join(modules, manifest.name);
    cpSync(unpacked, folder, { recursive: true });
    return { folder, manifest };
  });
  const names = unpackedOnes.map(({ manifest }) => manifest.name);
  for (const { folder, manifest } of unpackedOnes) {
    const { dependencies, optionalDependencies } = manifest;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      // A package's own version of it, where another package needs a different one.
      const own = join(root, 'packages', folderOf(manifest), 'node_modules', name);
      const from = existsSync(own) ? own : join(root, 'node_modules', name);
      const to = join(folder, 'node_modules', name);
      if (names.includes(name) || !existsSync(from)) continue;
      mkdirSync(dirname(to), { recursive: true });
      symlinkSync(realpathSync(from), to);
    }
  }
}

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  install(await pack());
});

afterAll(async () => {
  await database.drop();
  [copy, installed, cwd].forEach(removeFolder);
});

test('the packages hold no tests and no sources', () => {
  const files = readdirSync(join(copy, 'unpacked'), { recursive: true, encoding: 'utf8' });
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /\.test\.|(?<!\.d)\.tsx?$/.test(file))).toEqual([]);
});

test('catb says its version and lists its commands', async () => {
  const { version } = manifestIn(join(modules, 'catb'));
  expect(await catb('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  const { status, stdout } = await catb('--help');
  expect(status).toBe(0);
  expect(stdout).toContain('migrate');
});

test('catb db status looks for a server in the folder it is run in', async () => {
  const ended = await catb('db', 'status');
  expect(ended).toEqual({ status: 3, stdout: 'PostgreSQL is not running.\n', stderr: '' });
});

test('catb migrate brings its migrations along', async () => {
  const ended = await catb('migrate', 'status', '--db-url', database.url);
  expect(ended.status).toBe(0);
  expect(ended.stdout).toMatch(/^\d{14} {2}applied {7}roles$/m);
});

test('catb fails in words, without a stack', async () => {
  const url = 'postgresql://mu@127.0.0.1:1/catb';
  const ended = await catb('migrate', 'up', '--db-url', url);
  expect(ended).toMatchObject({ status: 3, stdout: '' });
  expect(ended.stderr).toMatch(/^catb: No connection to PostgreSQL at 127\.0\.0\.1:1/);
  expect(ended.stderr).not.toContain('    at ');
});

test('catb start serves the chat page and the API', async () => {
  const env = { DATABASE_URL: database.url, PORT: '0', CATB_LOG_LEVEL: 'silent' };
  const backend = startCatb(['start'], { cwd, main, env });
  try {
    const greeting = String(await once(backend.stdout!.setEncoding('utf8'), 'data'));
    const api = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0] ?? '';
    expect((await fetch(`${api}/health`)).status).toBe(200);
    expect(await (await fetch(`${api}/`)).text()).toContain('<div id="root">');
  } finally {
    backend.kill('SIGTERM');
    await once(backend, 'exit');
  }
});
