/** Builds the page for the tests when its sources are newer than what was built. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const folder = join(import.meta.dirname, '..');
const lock = join(folder, 'dist', 'building');
const LOCK_TIMEOUT_MS = 60_000;

/** Where the built page is. */
export const builtPage = join(folder, 'dist', 'client');

/** Test files that start at the same time build once: a folder is the lock. */
export async function buildPage(): Promise<void> {
  await mkdir(join(folder, 'dist'), { recursive: true });
  const start = Date.now();
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch {
      const age = await stat(lock).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > LOCK_TIMEOUT_MS) await rm(lock, { recursive: true, force: true });
      if (Date.now() - start > 2 * LOCK_TIMEOUT_MS) throw new Error(`${lock} is never released`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    if (await isStale()) await runVite();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** In a process of its own: the test runner's NODE_ENV would build React for development. */
async function runVite(): Promise<void> {
  const vite = dirname(createRequire(import.meta.url).resolve('vite/package.json'));
  await promisify(execFile)(process.execPath, [join(vite, 'bin', 'vite.js'), 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

async function isStale(): Promise<boolean> {
  const built = await stat(join(builtPage, 'dashboard.html')).catch(() => null);
  if (built === null) return true;
  const sources = await Promise.all(
    ['src', 'public'].map((name) =>
      readdir(join(folder, name), { recursive: true, withFileTypes: true }),
    ),
  );
  const files = sources.flat().filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  for (const name of ['index.html', 'dashboard.html', 'vite.config.ts'])
    paths.push(join(folder, name));
  const times = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
  return Math.max(...times) > built.mtimeMs;
}
