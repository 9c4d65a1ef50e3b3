/** In charge of backups in a local folder. */
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { BackupStore, StoredFile } from './backup-store.ts';
import { fileMissing, placeUnusable, writeContent } from './place-error.ts';

/** A file grows under this name and gets its own when it is whole and on the disk. */
const unfinished = '.unfinished';

const isAbsent = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT';

/** Opens a folder; it is made with the first file, readable by its owner only. */
export function openFolderStore(folder: string): BackupStore {
  const root = path.resolve(folder);
  const at = (file: string) => path.join(root, ...file.split('/'));

  const attempt = async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw placeUnusable(root, doing, error);
    }
  };

  const entries = async (name: string) => {
    try {
      return await readdir(at(name), { withFileTypes: true });
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  };

  const listBelow = async (name: string): Promise<StoredFile[]> => {
    const found = await Promise.all(
      (await entries(name)).map(async (entry): Promise<StoredFile[]> => {
        const file = `${name}/${entry.name}`;
        if (entry.isDirectory()) return await listBelow(file);
        const { size, mtime } = await stat(at(file));
        return [{ path: file, bytes: size, writtenAt: mtime }];
      }),
    );
    return found.flat();
  };

  return {
    location: root,
    folders: () =>
      attempt('list the backups', async () =>
        (await entries('.')).filter((entry) => entry.isDirectory()).map(({ name }) => name),
      ),
    list: (name) => attempt(`list ${name}`, () => listBelow(name)),
    write: (file, content, signal) =>
      writeContent(root, file, content, (watched) => writeWhole(at(file), watched, signal)),
    async read(file) {
      const stream = createReadStream(at(file), { highWaterMark: 256 * 1024 });
      try {
        await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject));
      } catch (error) {
        throw isAbsent(error)
          ? fileMissing(root, file)
          : placeUnusable(root, `read ${file}`, error);
      }
      return stream;
    },
    remove: (file) =>
      attempt(`remove ${file}`, async () => {
        await rm(at(file), { force: true });
        // Its folder goes with its last file.
        for (let above = path.dirname(at(file)); above !== root; above = path.dirname(above)) {
          const isGone = await rmdir(above).then(
            () => true,
            () => false,
          );
          if (!isGone) break;
        }
      }),
  };
}

async function writeWhole(
  file: string,
  content: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = await open(file + unfinished, 'w', 0o600);
  try {
    for await (const chunk of Readable.from(content, { signal })) {
      await writeAll(draft, chunk as Buffer);
    }
    await draft.sync();
  } catch (error) {
    await draft.close();
    await rm(file + unfinished, { force: true });
    throw error;
  }
  await draft.close();
  await rename(file + unfinished, file);
  const folder = await open(path.dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function writeAll(draft: Awaited<ReturnType<typeof open>>, chunk: Buffer): Promise<void> {
  for (let written = 0; written < chunk.length;) {
    written += (await draft.write(chunk, written)).bytesWritten;
  }
}
