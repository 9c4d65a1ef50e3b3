/** In charge of the folder that the pages of a reference lie in. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** What became of the pages, by path. */
export interface WrittenPages {
  written: string[];
  /** Made here before, and about nothing that is still there. */
  removed: string[];
  unchanged: string[];
}

/** Every page that was ever made says so in its first line. */
const marker = /^<!-- Made by .+ Do not edit\. -->/;

/**
 * Brings a folder to the pages given: writes what differs and removes pages that were made before and
 * are no longer needed. Files that somebody wrote are left alone.
 *
 * @param check only says what would be done
 */
export async function writePages(
  folder: string,
  pages: ReadonlyMap<string, string>,
  check = false,
): Promise<WrittenPages> {
  const result: WrittenPages = { written: [], removed: [], unchanged: [] };
  for (const [path, text] of pages) {
    const file = join(folder, path);
    if ((await readText(file)) === text) {
      result.unchanged.push(path);
      continue;
    }
    result.written.push(path);
    if (check) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  for (const path of await listPages(folder)) {
    if (pages.has(path) || !marker.test((await readText(join(folder, path))) ?? '')) continue;
    result.removed.push(path);
    if (!check) await rm(join(folder, path));
  }
  return result;
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function listPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((path) => path.endsWith('.md'))
    .map((path) => path.split(sep).join('/'))
    .sort();
}
