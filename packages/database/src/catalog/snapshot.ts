/** Takes a picture of a database that can be compared: every object's definition, every table's rows. */
import type pg from 'pg';
import { digestRows, type RowDigest } from './digest-rows.ts';
import { sql } from './sql.generated.ts';

/** What a database looks like; free of OIDs and of order. */
export interface CatalogSnapshot {
  /** Definitions by object, such as `policy "x" on public.messages`. */
  objects: ReadonlyMap<string, string>;
  /** Contents by table, quoted and schema-qualified. */
  rows: ReadonlyMap<string, RowDigest>;
}

export interface SnapshotOptions {
  /**
   * Which roles belong to the picture. They are shared by all databases of a server, so on one that
   * others use at the same time their roles would be noise. Default: all.
   */
  role?: (name: string) => boolean;
}

interface ObjectRow {
  object: string;
  definition: string | null;
}

const queries = [
  sql.schemas,
  sql.relations,
  sql.columns,
  sql.constraints,
  sql.indexes,
  sql.sequences,
  sql.functions,
  sql.triggers,
  sql.rules,
  sql.types,
  sql.policies,
  sql.grants,
  sql.defaultPrivileges,
  sql.comments,
  sql.extensions,
  sql.publications,
  sql.settings,
  sql.others,
];

function mentionsRole(object: string, wanted: (name: string) => boolean): boolean {
  const names = object.replace(/^(role|member) /, '').split(' of ');
  return names.every((name) => wanted(name.replace(/^"|"$/g, '').replaceAll('""', '"')));
}

async function readObjects(
  client: pg.ClientBase,
  options: SnapshotOptions,
): Promise<Map<string, string>> {
  const objects = await client.query<ObjectRow>(
    queries.map((query) => `(${query}\n)`).join('\nunion all\n'),
  );
  const roles = await client.query<ObjectRow>(sql.roles);
  const wanted = options.role ?? (() => true);
  const compared = roles.rows.filter((row) => mentionsRole(row.object, wanted));
  return new Map([...objects.rows, ...compared].map((row) => [row.object, row.definition ?? '']));
}

/**
 * The catalog alone, in the transaction that is open: definitions by object. Reads no row of a
 * table, so it suits a live database. Changes `search_path` and `jit` until the transaction's end.
 */
export async function readCatalog(
  client: pg.ClientBase,
  options: SnapshotOptions = {},
): Promise<ReadonlyMap<string, string>> {
  await client.query("set local search_path = ''; set local jit = off");
  return await readObjects(client, options);
}

/**
 * Reads catalog and rows in the transaction that is open, and changes `search_path`, `row_security`
 * and `jit` until its end. Left out: system schemas, what extensions own, the migration history, the
 * order of columns, and where sequences stand.
 *
 * The role must see every row: with policies in the way this is an error, not a smaller picture.
 */
export async function readSnapshot(
  client: pg.ClientBase,
  options: SnapshotOptions = {},
): Promise<CatalogSnapshot> {
  const objects = await readCatalog(client, options);
  await client.query('set local row_security = off');
  return { objects, rows: await digestRows(client) };
}

/** {@link readSnapshot} in a read-only transaction of its own. */
export async function takeSnapshot(
  client: pg.ClientBase,
  options: SnapshotOptions = {},
): Promise<CatalogSnapshot> {
  await client.query('begin isolation level repeatable read read only');
  try {
    return await readSnapshot(client, options);
  } finally {
    await client.query('rollback');
  }
}
