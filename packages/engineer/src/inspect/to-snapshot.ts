/** In charge of the stable part of an inspection: what changes only when somebody changes the schema. */
import { readFile } from 'node:fs/promises';
import { EngineerError } from '../errors.ts';
import type { Inspection } from './inspection.ts';

/** The same without what is measured, at any depth. */
type WithoutMeasures<T> = T extends readonly (infer Item)[]
  ? WithoutMeasures<Item>[]
  : T extends object
    ? { [Key in Exclude<keyof T, 'measured'>]: WithoutMeasures<T[Key]> }
    : T;

/** What `--snapshot` writes and `--compare` reads. */
export type InspectionSnapshot = WithoutMeasures<Inspection>;

/** Leaves out every key `measured`: sizes, row counts, scans, the server's version. */
export function toSnapshot(inspection: Inspection): InspectionSnapshot {
  return JSON.parse(serialize(inspection)) as InspectionSnapshot;
}

/** The text of a snapshot: two spaces, keys in their order, a line feed at the end. */
export function serializeSnapshot(snapshot: InspectionSnapshot): string {
  return `${serialize(snapshot, 2)}\n`;
}

function serialize(value: object, indent?: number): string {
  return JSON.stringify(
    value,
    (key, inner: unknown) => (key === 'measured' ? undefined : inner),
    indent,
  );
}

const lists = [
  'schemas',
  'tables',
  'views',
  'functions',
  'types',
  'sequences',
  'extensions',
  'roles',
  'publications',
];

/**
 * Reads what {@link serializeSnapshot} wrote.
 *
 * @throws EngineerError SNAPSHOT_UNREADABLE
 */
export async function readSnapshotFile(file: string): Promise<InspectionSnapshot> {
  const unreadable = (why: string, cause?: unknown) =>
    new EngineerError({
      code: 'SNAPSHOT_UNREADABLE',
      message: `${file} ${why}.`,
      hint: 'Write one with: catb inspect --snapshot <file>',
      cause,
    });
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable('can not be read', error);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unreadable('is no JSON', error);
  }
  if (!isSnapshot(value)) throw unreadable('is no snapshot of an inspection');
  return value;
}

function isSnapshot(value: unknown): value is InspectionSnapshot {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  return (
    fields['format'] === 'catb-inspection-1' && lists.every((name) => Array.isArray(fields[name]))
  );
}
