/** In charge of reading one archive: nothing of it is believed that does not match its checksum. */
import { createHash } from 'node:crypto';
import { OperationsError } from '../../errors.ts';
import type { BackupStore } from '../store/backup-store.ts';
import { decompress } from './compression.ts';
import { contentsSchema, type Contents } from './contents.ts';
import { keyWrong, type Step } from './encryption.ts';
import {
  archiveFormat,
  checksumOf,
  manifestPath,
  manifestSchema,
  type ArchiveFile,
  type Manifest,
} from './manifest.ts';
import { meter, unmeasured } from './meter.ts';

/** An archive that can be read. */
export interface Archive {
  id: string;
  store: BackupStore;
  manifest: Manifest;
}

/**
 * Opens an archive by its manifest.
 *
 * @throws OperationsError `BACKUP_NOT_FOUND`, `BACKUP_DAMAGED`, `BACKUP_TOO_NEW`
 */
export async function openArchive(store: BackupStore, id: string): Promise<Archive> {
  const files = await store.list(id);
  if (!files.some(({ path }) => path === `${id}/${manifestPath}`)) {
    throw new OperationsError({
      code: 'BACKUP_NOT_FOUND',
      message: `There is no finished backup ${id} at ${store.location}.`,
      hint: 'catb backup list names those that are there.',
    });
  }
  const document = await readSealed(store, id, manifestPath);
  const format = (document as { format?: unknown }).format;
  if (typeof format === 'number' && format > archiveFormat) {
    throw new OperationsError({
      code: 'BACKUP_TOO_NEW',
      message: `The backup ${id} is in format ${format}; this catb reads formats up to ${archiveFormat}.`,
      hint: 'Use the version of catb that made it, or a newer one.',
    });
  }
  const parsed = manifestSchema.safeParse(document);
  if (!parsed.success) throw damaged(id, manifestPath, parsed.error.message);
  return { id, store, manifest: parsed.data };
}

/**
 * Reads a document that has its checksum beside it.
 *
 * @throws OperationsError `BACKUP_DAMAGED`
 */
export async function readSealed(store: BackupStore, id: string, path: string): Promise<unknown> {
  const text = await readAll(await store.read(`${id}/${path}`));
  const line = (await readAll(await store.read(`${id}/${checksumOf(path)}`))).toString();
  const expected = `${createHash('sha256').update(text).digest('hex')}  ${path}\n`;
  if (line !== expected) throw damaged(id, path, `It does not match ${checksumOf(path)}.`);
  return JSON.parse(text.toString()) as unknown;
}

/**
 * The content of a file, decrypted and decompressed. It ends with an error, after its last byte at
 * the latest, when a byte is not what was written.
 *
 * @param decrypt none when no identity was given
 * @throws OperationsError `BACKUP_DAMAGED`, `BACKUP_KEY_WRONG`
 */
export async function* readFile(
  archive: Archive,
  path: string,
  decrypt: Step | undefined,
): AsyncGenerator<Buffer> {
  const file = archive.manifest.files.find((each) => each.path === path);
  if (file === undefined) throw damaged(archive.id, path, 'The manifest does not name it.');
  if (path.endsWith('.age') && decrypt === undefined) throw keyWrong();
  const stored = unmeasured();
  try {
    let content: AsyncIterable<Buffer> = meter(
      await archive.store.read(`${archive.id}/${path}`),
      stored,
    );
    if (path.endsWith('.age') && decrypt !== undefined) content = decrypt(content);
    if (/\.gz(\.age)?$/.test(path)) content = decompress(content);
    yield* content;
  } catch (error) {
    // A byte that flipped makes a stranger of gzip's and of age's: the checksum says what it is.
    await checkFile(archive, file);
    throw error;
  }
  if (stored.sha256 !== file.sha256) throw damaged(archive.id, path);
}

/**
 * Reads a file as it is stored and compares it with the manifest.
 *
 * @throws OperationsError `BACKUP_DAMAGED`
 */
export async function checkFile(archive: Archive, file: ArchiveFile): Promise<void> {
  const stored = unmeasured();
  const content = await archive.store.read(`${archive.id}/${file.path}`);
  for await (const chunk of meter(content, stored)) void chunk;
  if (stored.sha256 !== file.sha256 || stored.bytes !== file.bytes) {
    throw damaged(archive.id, file.path);
  }
}

/** {@link checkFile} of the file with this path. */
export async function checkStored(archive: Archive, path: string): Promise<void> {
  const file = archive.manifest.files.find((each) => each.path === path);
  if (file === undefined) throw damaged(archive.id, path, 'The manifest does not name it.');
  await checkFile(archive, file);
}

/**
 * Reads the table of contents.
 *
 * @throws OperationsError `BACKUP_DAMAGED`, `BACKUP_KEY_WRONG`
 */
export async function readContents(archive: Archive, decrypt: Step | undefined): Promise<Contents> {
  const path = ['contents.json', 'contents.json.age'].find((name) =>
    archive.manifest.files.some((file) => file.path === name),
  );
  const text = await readText(archive, path ?? 'contents.json', decrypt);
  const parsed = contentsSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw damaged(archive.id, path ?? 'contents.json', parsed.error.message);
}

/** A file as text. */
export async function readText(
  archive: Archive,
  path: string,
  decrypt: Step | undefined,
): Promise<string> {
  return (await readAll(readFile(archive, path, decrypt))).toString();
}

async function readAll(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The error that names a file that is not what it was. */
export function damaged(id: string, path: string, details?: string): OperationsError {
  return new OperationsError({
    code: 'BACKUP_DAMAGED',
    message: `The file ${path} of the backup ${id} is not what was written.`,
    details,
    hint: 'Restore from another backup, and look at the disk or bucket that holds this one.',
  });
}
