/** In charge of looking a restored copy over: rows, indexes and the schema. */
import { createHash } from 'node:crypto';
import { readCatalog } from '@catb/database';
import type pg from 'pg';
import type { Contents, StoredTable } from '../archive/contents.ts';
import { CopyOut } from '../create/copy-out.ts';
import { diffMaps } from '../restore/diff-maps.ts';
import { sessionSettings } from '../session-settings.ts';
import type { Problem } from './check-files.ts';
import { sql } from './sql.generated.ts';

/**
 * Reads each table back as COPY writes it: its rows lie as they were loaded, so the text is that of
 * the parts one after the other, to the byte.
 *
 * @param digests SHA-256 of what was loaded, by table
 */
export async function checkRows(
  client: pg.Client,
  tables: readonly StoredTable[],
  digests: ReadonlyMap<string, string>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  await client.query('begin read only');
  await client.query(sessionSettings.join('; '));
  for (const { name, columns } of tables) {
    const hash = createHash('sha256');
    const list = columns.length === 0 ? '' : ` (${columns.join(', ')})`;
    const rows = client.query(new CopyOut(`copy ${name}${list} to stdout`));
    for await (const chunk of rows.content()) hash.update(chunk);
    if (hash.digest('hex') === digests.get(name)) continue;
    problems.push({ object: name, message: 'Its rows are not those of the database it is of.' });
  }
  await client.query('commit');
  return problems;
}

/** Every page of every table, and every B-tree against its table, with PostgreSQL's own `amcheck`. */
export async function checkStorage(superuser: pg.Client): Promise<Problem[]> {
  await superuser.query('create schema catb_drill; create extension amcheck schema catb_drill');
  try {
    const { rows: damaged } = await superuser.query<Problem>(sql.checkHeaps);
    const problems = [...damaged];
    const { rows: indexes } = await superuser.query<{ oid: number; object: string }>(sql.btrees);
    for (const { oid, object } of indexes) {
      try {
        await superuser.query('select catb_drill.bt_index_check($1::oid::regclass, true)', [oid]);
      } catch (error) {
        const message = error instanceof Error ? error.message : 'amcheck refused it';
        problems.push({ object: `index ${object}`, message });
      }
    }
    return problems;
  } finally {
    await superuser.query('drop schema catb_drill cascade');
  }
}

/** What does not come from migrations, and so is no part of an archive. */
const notOfMigrations =
  /^(schema|extension|publication|settings of|default privileges|database|grants? on schema)\b/;

/** Definitions that are not those of the database the backup is of. */
export async function checkCatalog(client: pg.Client, contents: Contents): Promise<Problem[]> {
  await client.query('begin read only');
  const restored = await readCatalog(client, { role: () => false });
  await client.query('rollback');
  return diffMaps(new Map(Object.entries(contents.catalog)), restored)
    .filter((object) => !notOfMigrations.test(object))
    .map((object) => ({
      object,
      message: 'It is not made by the migrations as the database has it: it was changed by hand.',
    }));
}
