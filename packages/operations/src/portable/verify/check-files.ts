/** In charge of every byte of an archive: each file against its checksum, and no file too many. */
import { OperationsError } from '../../errors.ts';
import { checkFile, readSealed, type Archive } from '../archive/open-archive.ts';
import { checksumOf, manifestPath, proofPath } from '../archive/manifest.ts';

/** What is wrong with something, in a sentence. */
export interface Problem {
  /** The file, table, index or object. */
  object: string;
  message: string;
}

/** Reads every file and names those that are not what was written. */
export async function checkFiles(archive: Archive): Promise<Problem[]> {
  const { id, store, manifest } = archive;
  const problems: Problem[] = [];
  const note = async (object: string, check: Promise<unknown>): Promise<void> => {
    try {
      await check;
    } catch (error) {
      if (!(error instanceof OperationsError) || error.code !== 'BACKUP_DAMAGED') throw error;
      problems.push({ object, message: error.message });
    }
  };
  for (const file of manifest.files) await note(file.path, checkFile(archive, file));

  const present = (await store.list(id)).map(({ path }) => path.slice(id.length + 1));
  if (present.includes(proofPath)) await note(proofPath, readSealed(store, id, proofPath));
  const sealed = [manifestPath, proofPath].flatMap((path) => [path, checksumOf(path)]);
  const known = new Set([...sealed, ...manifest.files.map(({ path }) => path)]);
  for (const path of present) {
    if (!known.has(path))
      problems.push({ object: path, message: 'The manifest does not name it.' });
  }
  return problems;
}
