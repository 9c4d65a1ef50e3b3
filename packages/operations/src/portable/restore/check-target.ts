/** In charge of whether a database may be restored into. */
import { setTimeout as sleep } from 'node:timers/promises';
import { migrationLockKey } from '@catb/database';
import type pg from 'pg';
import { OperationsError } from '../../errors.ts';
import type { Contents } from '../archive/contents.ts';
import { sql } from './sql.generated.ts';

const pauseMs = 200;
const lockTimeoutMs = 60_000;

/**
 * Looks at the target in the transaction that is open, keeps migrators out until its end, and says
 * whether the schema is there already.
 *
 * @throws OperationsError `RESTORE_TARGET_NOT_EMPTY`, `RESTORE_TARGET_DIFFERS`
 */
export async function checkTarget(
  client: pg.Client,
  contents: Contents,
  overwrite: string | undefined,
): Promise<'missing' | 'there'> {
  await keepMigratorsOut(client);
  const database = await nameOf(client);
  if (overwrite !== undefined && overwrite !== database) {
    throw new OperationsError({
      code: 'RESTORE_TARGET_DIFFERS',
      message: `The database to overwrite was named ${overwrite}, and this one is ${database}.`,
      hint: 'Check the address and the name; nothing was changed.',
    });
  }
  const tables = await client.query<{ name: string }>(sql.targetTables);
  for (const { name } of tables.rows) {
    if (overwrite === undefined && (await hasRows(client, name))) throw notEmpty(database, name);
  }
  const applied = await readVersions(client);
  if (applied.join() === contents.migrations.join()) return 'there';
  if (applied.length === 0 && tables.rows.length === 0) return 'missing';
  throw new OperationsError({
    code: 'RESTORE_TARGET_DIFFERS',
    message: `The database ${database} has another schema than the backup.`,
    details: `It is at migration ${applied.at(-1) ?? 'none'}, the backup at ${contents.migrations.at(-1) ?? 'none'}.`,
    hint: 'Restore into an empty database, or migrate this one to the version of the backup first.',
  });
}

async function keepMigratorsOut(client: pg.Client): Promise<void> {
  for (let waited = 0; waited < lockTimeoutMs; waited += pauseMs) {
    const { rows } = await client.query<{ locked: boolean }>(
      'select pg_catalog.pg_try_advisory_xact_lock($1::int, $2::int) as locked',
      [...migrationLockKey],
    );
    if (rows[0]?.locked === true) return;
    await sleep(pauseMs);
  }
  throw new OperationsError({
    code: 'RESTORE_TARGET_DIFFERS',
    message: 'The database is being migrated, backed up or restored by another process.',
    hint: 'Run it again when that is done; nothing was changed.',
  });
}

async function nameOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  return rows[0]?.name ?? '';
}

async function hasRows(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(
    `select exists (select from only ${table}) as has`,
  );
  return rows[0]?.has === true;
}

async function readVersions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ has: boolean }>(
    "select pg_catalog.to_regclass('supabase_migrations.schema_migrations') is not null as has",
  );
  if (rows[0]?.has !== true) return [];
  const versions = await client.query<{ version: string }>(
    'select version from supabase_migrations.schema_migrations order by version collate "C"',
  );
  return versions.rows.map(({ version }) => version);
}

function notEmpty(database: string, table: string): OperationsError {
  return new OperationsError({
    code: 'RESTORE_TARGET_NOT_EMPTY',
    message: `The database ${database} has rows, in ${table} for one.`,
    details: 'A database that was migrated has some from its migrations.',
    hint: `Restore into an empty one, or give --overwrite ${database} to have its rows replaced.`,
  });
}
