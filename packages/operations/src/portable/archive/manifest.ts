/** In charge of the manifest: what an archive holds, without a word of what its rows say. */
import { z } from 'zod';

/** The format that this version writes, and the newest that it reads. */
export const archiveFormat = 1;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

const archiveFile = z.object({
  /** Its path in the archive, with `/` between folders. */
  path: z.string().regex(/^[\w.-]+(\/[^/\\]+)*$/),
  /** As it is stored: compressed, and encrypted where the archive is. */
  bytes: count,
  sha256: digest,
});

/** `manifest.json`; it is written last, so an archive without one is none. */
export const manifestSchema = z.object({
  format: z.number().int().positive(),
  id: z.string(),
  kind: z.literal('portable'),
  /** Of the database: its clock at the snapshot, so that a machine with a wrong one does no harm. */
  takenAt: z.iso.datetime(),
  seconds: z.number().nonnegative(),
  catb: z.string(),
  postgres: z.string(),
  database: z.string(),
  migrationVersion: z.string(),
  compression: z.enum(['gzip', 'none']),
  /** The public keys of age whose owners can read it; none when it is not encrypted. */
  recipients: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), rows: count })),
  rows: count,
  bytes: count,
  files: z.array(archiveFile),
  /** What the role that made it could not copy, and why. */
  leftOut: z.array(z.object({ object: z.string(), reason: z.string() })),
});

/** What an archive holds. */
export type Manifest = z.infer<typeof manifestSchema>;

/** A file of an archive, as it is stored. */
export type ArchiveFile = z.infer<typeof archiveFile>;

/** Beside `manifest.json` and `proof.json`: their checksum, as `sha256sum` writes it. */
export const checksumOf = (path: string): string => `${path}.sha256`;

export const manifestPath = 'manifest.json';
export const proofPath = 'proof.json';
