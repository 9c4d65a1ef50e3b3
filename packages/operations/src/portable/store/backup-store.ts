/** In charge of what a place for backups must be able to do, be it a folder or a bucket. */
import type { Readable } from 'node:stream';

/** A file in a place for backups. */
export interface StoredFile {
  /** From the place's root, with `/` between folders. */
  path: string;
  bytes: number;
  /** When it was written, by the clock of the place. */
  writtenAt: Date;
}

/** A place for backups. A file is there whole or not at all, whatever happens while it is written. */
export interface BackupStore {
  /** Where it is, without a secret. */
  readonly location: string;
  /** The folders right below the root, by name. */
  folders(): Promise<string[]>;
  /** Every file below a folder. */
  list(folder: string): Promise<StoredFile[]>;
  /** Writes a file, in place of one of its name. */
  write(path: string, content: AsyncIterable<Buffer>, signal?: AbortSignal): Promise<void>;
  /** @throws OperationsError `BACKUP_DAMAGED` when it is missing */
  read(path: string): Promise<Readable>;
  /** Removes a file; one that is gone already is no error. */
  remove(path: string): Promise<void>;
}
