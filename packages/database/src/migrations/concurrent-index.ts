/** Finds out what an interrupted `create` or `drop index concurrently` left behind, and mends it. */
import type pg from 'pg';
import { CatbError } from '../errors.ts';
import { parseCreateIndex, parseDropIndex, type CreateIndexStatement } from './index-statement.ts';
import type { SqlScript } from './migration-file.ts';
import type { SqlStatement } from './split-statements.ts';
import { sql } from './sql.generated.ts';

interface FoundIndex {
  index: string;
  /** Whether it is on the table that was asked for. */
  on_table: boolean;
  usable: boolean;
  definition: string;
  built_by: number | null;
}

async function findIndex(
  client: pg.Client,
  table: string | null,
  name: string,
): Promise<FoundIndex | undefined> {
  const { rows } = await client.query<FoundIndex>(sql.findIndex, [table, name]);
  return rows[0];
}

/** What makes two indexes the same, leaving out their names and where they are. */
function comparable(definition: string): string {
  const unique = definition.startsWith('CREATE UNIQUE') ? 'unique ' : '';
  return unique + definition.slice(definition.indexOf(' USING '));
}

/** The definition that the statement would give, found by running it on an empty copy. */
async function definitionOf(
  client: pg.Client,
  statement: CreateIndexStatement,
): Promise<string | undefined> {
  await client.query('begin');
  try {
    await client.query(`create temporary table ${statement.tableName} (like ${statement.table})`);
    await client.query(statement.onTemporaryTable);
    const { rows } = await client.query<{ definition: string }>(
      "select pg_catalog.pg_get_indexdef(pg_catalog.to_regclass(pg_catalog.format('pg_temp.%I', $1::text))) as definition",
      [statement.name],
    );
    return rows[0]?.definition;
  } catch {
    return undefined;
  } finally {
    await client.query('rollback');
  }
}

function unnamed(script: SqlScript, statement: SqlStatement): CatbError {
  return new CatbError({
    code: 'MIGRATION_CONCURRENT_UNNAMED',
    message: `${script.place}, line ${statement.line}: the index has no name.`,
    details: 'What an interrupted build leaves behind could not be found again.',
    hint: 'Name the index: create index concurrently <name> on …',
  });
}

function conflict(script: SqlScript, found: FoundIndex): CatbError {
  return new CatbError({
    code: 'MIGRATION_CONCURRENT_CONFLICT',
    message: `${script.place}: index ${found.index} exists already and is not the one that the file describes.`,
    details: `It is: ${found.definition}`,
    hint: 'Drop or rename it, or give the new one another name.',
  });
}

function beingBuilt(script: SqlScript, found: FoundIndex): CatbError {
  return new CatbError({
    code: 'MIGRATION_LOCKED',
    message: `${script.place}: process ${found.built_by ?? 0} is building index ${found.index} at this moment.`,
    hint: 'Wait until it is done, or end it with pg_terminate_backend, and migrate again.',
  });
}

/**
 * Looks what is there under the index's name: nothing, a broken index (dropped here, so that it can
 * be built again), or the very index that the file describes.
 *
 * @returns `finished` when nothing is left to do but to record it
 * @throws CatbError MIGRATION_CONCURRENT_UNNAMED, MIGRATION_CONCURRENT_CONFLICT, MIGRATION_LOCKED
 */
export async function prepareCreateIndex(
  client: pg.Client,
  script: SqlScript,
  statement: SqlStatement,
  log: (line: string) => void,
): Promise<'build' | 'finished'> {
  const wanted = parseCreateIndex(statement.text);
  if (wanted === undefined) throw unnamed(script, statement);
  const found = await findIndex(client, wanted.table, wanted.name);
  if (found === undefined) return 'build';
  if (found.built_by !== null) throw beingBuilt(script, found);
  if (!found.on_table) throw conflict(script, found);
  if (found.usable) {
    const definition = await definitionOf(client, wanted);
    const same =
      definition !== undefined && comparable(definition) === comparable(found.definition);
    if (!same) throw conflict(script, found);
    return 'finished';
  }
  log(`${script.place}: index ${found.index} was left unfinished, dropping it to build it again`);
  await client.query(`drop index concurrently ${found.index}`);
  return 'build';
}

/** Drops the unusable index that a failed build left behind, if there is one. */
export async function removeBrokenIndex(client: pg.Client, statement: SqlStatement): Promise<void> {
  const wanted = parseCreateIndex(statement.text);
  if (wanted === undefined) return;
  const found = await findIndex(client, wanted.table, wanted.name);
  if (found?.on_table !== true || found.usable || found.built_by !== null) return;
  await client.query(`drop index concurrently ${found.index}`);
}

/** True when the index that a `drop index concurrently` names is gone. */
export async function wasIndexDropped(
  client: pg.Client,
  statement: SqlStatement,
): Promise<boolean> {
  const name = parseDropIndex(statement.text);
  return name !== undefined && (await findIndex(client, null, name)) === undefined;
}
