/** In charge of writing one archive, so that it is a backup only when all of it is there. */
import type { BackupStore } from '../store/backup-store.ts';
import { compress } from './compression.ts';
import { encryptTo, type Step } from './encryption.ts';
import { checksumOf, manifestPath, type ArchiveFile, type Manifest } from './manifest.ts';
import { meter, unmeasured, type Measured } from './meter.ts';

/** How a file of an archive is written. */
export interface WriteOptions {
  /** Compressed, under a name that ends in `.gz`. */
  compressed?: boolean;
  /** As it is, even in an encrypted archive: a person has to read it. */
  plain?: boolean;
  signal?: AbortSignal;
}

/** Writes the files of one archive. */
export class ArchiveWriter {
  readonly id: string;
  readonly files: ArchiveFile[] = [];
  readonly #store: BackupStore;
  readonly #encrypt: Step | undefined;

  /** @param recipients public keys of age; none leaves the archive readable by whoever holds it */
  constructor(store: BackupStore, id: string, recipients: readonly string[]) {
    this.#store = store;
    this.id = id;
    this.#encrypt = recipients.length === 0 ? undefined : encryptTo(recipients);
  }

  /** The name under which a file is stored. */
  nameOf(path: string, { compressed = false, plain = false }: WriteOptions = {}): string {
    const isEncrypted = this.#encrypt !== undefined && !plain;
    return `${path}${compressed ? '.gz' : ''}${isEncrypted ? '.age' : ''}`;
  }

  /** Writes a file and returns the measure of its content, before compression and encryption. */
  async add(
    path: string,
    content: AsyncIterable<Buffer>,
    options: WriteOptions = {},
  ): Promise<Measured> {
    const measured = unmeasured();
    const stored = unmeasured();
    let stream: AsyncIterable<Buffer> = meter(content, measured);
    if (options.compressed) stream = compress(stream);
    if (this.#encrypt !== undefined && !options.plain) stream = this.#encrypt(stream);
    const name = this.nameOf(path, options);
    await this.#store.write(`${this.id}/${name}`, meter(stream, stored), options.signal);
    this.files.push({ path: name, ...stored });
    return measured;
  }

  /** Writes the manifest, with which the archive becomes a backup. */
  async finish(manifest: Manifest): Promise<void> {
    await writeSealed(this.#store, this.id, manifestPath, manifest);
  }

  /** Removes what was written: for a backup that failed. */
  async discard(): Promise<void> {
    await removeArchive(this.#store, this.id);
  }
}

/** Writes a document with its checksum beside it; the checksum comes first, the document counts. */
export async function writeSealed(
  store: BackupStore,
  id: string,
  path: string,
  document: unknown,
): Promise<void> {
  const text = Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
  const measured = unmeasured();
  for await (const chunk of meter(once(text), measured)) void chunk;
  const line = Buffer.from(`${measured.sha256}  ${path}\n`);
  await store.write(`${id}/${checksumOf(path)}`, once(line));
  await store.write(`${id}/${path}`, once(text));
}

/** Removes an archive, its manifest first: what is half removed is no backup either. */
export async function removeArchive(store: BackupStore, id: string): Promise<void> {
  await store.remove(`${id}/${manifestPath}`);
  for (const { path } of await store.list(id)) await store.remove(path);
}

/** Content that is there already. */
export async function* once(content: Buffer): AsyncGenerator<Buffer> {
  await Promise.resolve();
  yield content;
}
