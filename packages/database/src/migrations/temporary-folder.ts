/** Makes `supabase` folders for tests, each in a temporary place. */
import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A `supabase` folder that a test can write into. */
export interface TemporaryFolder {
  directory: string;
  /** Writes or replaces `migrations/<file>`, and `rollbacks/<file>` when there is a rollback. */
  write(file: string, up: string, down?: string): Promise<void>;
  /** Removes both files. */
  remove(file: string): Promise<void>;
  /** Removes the folder. */
  drop(): Promise<void>;
}

/** Creates an empty folder with `migrations` and `rollbacks`. */
export async function createTemporaryFolder(): Promise<TemporaryFolder> {
  const directory = await mkdtemp(join(tmpdir(), 'catb-migrations-'));
  const pathOf = (kind: string, file: string): string => join(directory, kind, file);
  await mkdir(join(directory, 'migrations'));
  await mkdir(join(directory, 'rollbacks'));
  return {
    directory,
    async write(file, up, down) {
      await writeFile(pathOf('migrations', file), up);
      if (down !== undefined) await writeFile(pathOf('rollbacks', file), down);
    },
    async remove(file) {
      await rm(pathOf('migrations', file));
      await rm(pathOf('rollbacks', file), { force: true });
    },
    async drop() {
      await rm(directory, { recursive: true, force: true });
    },
  };
}
