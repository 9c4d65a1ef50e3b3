import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../testing/index.ts';
import { migrateDown, migrateUp, migrationStatus } from './index.ts';
import { createTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

let database: TestDatabase;
let folder: TemporaryFolder;
let lines: string[];
const index = '20260102000000_index.sql';
const create = 'create index concurrently cats_name on cats (lower(name)) where cats.id > 0;';

const target = () => ({
  url: database.url,
  directory: folder.directory,
  log: (line: string) => lines.push(line),
});

beforeEach(async () => {
  lines = [];
  [database, folder] = await Promise.all([createEmptyDatabase(), createTemporaryFolder()]);
  await folder.write(
    '20260101000000_cats.sql',
    'create table cats (id int, name text);',
    'drop table cats;',
  );
  await migrateUp(target());
  await folder.write(index, create, 'drop index concurrently cats_name;');
});

afterEach(async () => {
  await Promise.all([database.drop(), folder.drop()]);
});

async function indexMustBe(expected: 'valid' | 'invalid' | 'missing'): Promise<void> {
  const { rows } = await database.pool.query<{ indisvalid: boolean }>(
    "select indisvalid from pg_index where indexrelid = to_regclass('cats_name')",
  );
  const found =
    rows[0]?.indisvalid === undefined ? 'missing' : rows[0].indisvalid ? 'valid' : 'invalid';
  expect(found).toBe(expected);
}

async function stateMustBe(expected: string): Promise<void> {
  expect((await migrationStatus(target())).migrations[1]?.state).toBe(expected);
}

async function holdTable(): Promise<pg.PoolClient> {
  const blocker = await database.pool.connect();
  await blocker.query("begin; insert into cats values (1, 'Mu')");
  return blocker;
}

/** Waits until the migrator waits for the blocker, and returns its server process. */
async function waitingMigrator(): Promise<number> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { rows } = await database.pool.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'catb migrate' and datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rows[0] !== undefined) return rows[0].pid;
    await sleep(20);
  }
  return expect.unreachable('nobody waits');
}

/** Lets a build wait for a writer, and ends it there with pg_cancel_backend or pg_terminate_backend. */
async function interrupt(how: 'cancel' | 'terminate', run: Promise<unknown>): Promise<void> {
  const outcome = run.then(
    () => expect.unreachable('it was not interrupted'),
    (error: unknown) => error,
  );
  const pid = await waitingMigrator();
  await database.pool.query(`select pg_${how}_backend($1)`, [pid]);
  expect(await outcome).toMatchObject({ code: 'MIGRATION_FAILED' });
}

test('an index is built and dropped outside of a transaction', async () => {
  expect(await migrateUp(target())).toEqual({ applied: [index] });
  await indexMustBe('valid');
  expect(await migrateDown(target())).toEqual({ rolledBack: [index] });
  await indexMustBe('missing');
});

describe('a build whose server process is killed', () => {
  beforeEach(async () => {
    const blocker = await holdTable();
    await interrupt('terminate', migrateUp(target()));
    await blocker.query('commit');
    blocker.release();
  });

  test('is half applied, and the next run drops what is left and builds it again', async () => {
    await indexMustBe('invalid');
    await stateMustBe('half-applied');
    expect(await migrateUp(target())).toEqual({ applied: [index] });
    expect(lines.join()).toContain('was left unfinished');
    await indexMustBe('valid');
    await stateMustBe('applied');
  });
});

test('a build that is cancelled cleans up after itself', async () => {
  const blocker = await holdTable();
  const run = migrateUp({ ...target(), lockTimeoutMs: 5_000 });
  const cancelled = interrupt('cancel', run);
  await waitingMigrator();
  setTimeout(() => void blocker.query('rollback').then(() => blocker.release()), 300);
  await cancelled;
  await indexMustBe('missing');
  await stateMustBe('pending');
});

test('a unique index that meets doubles fails with their values and leaves nothing behind', async () => {
  await database.pool.query("insert into cats values (1, 'Mu'), (1, 'Mu')");
  await folder.write(index, create.replace('create', 'create unique'));
  await expect(migrateUp(target())).rejects.toMatchObject({ code: 'MIGRATION_FAILED' });
  await indexMustBe('missing');
  await stateMustBe('pending');
});

test('an index that was finished but not recorded is recognised', async () => {
  await database.pool.query(create);
  expect(await migrateUp(target())).toEqual({ applied: [index] });
  expect(lines.join()).toContain('had been finished before');
});

test.each([
  ['other columns', 'create index cats_name on cats (id)'],
  ['another condition', 'create index cats_name on cats (lower(name)) where id > 1'],
  ['uniqueness', 'create unique index cats_name on cats (lower(name)) where id > 0'],
])('an index of that name with %s is a conflict', async (_, other) => {
  await database.pool.query(other);
  await expect(migrateUp(target())).rejects.toMatchObject({
    code: 'MIGRATION_CONCURRENT_CONFLICT',
  });
});

test('an index without a name is refused', async () => {
  await folder.write(index, 'create index concurrently on cats (id);');
  await expect(migrateUp(target())).rejects.toMatchObject({ code: 'MIGRATION_CONCURRENT_UNNAMED' });
});

test('a drop that was finished but not recorded is recognised, a mistaken name is not', async () => {
  await migrateUp(target());
  await database.pool.query('drop index cats_name');
  await expect(migrateDown(target())).rejects.toMatchObject({ code: 'MIGRATION_FAILED' });
  await database.pool.query(
    "insert into supabase_migrations.catb_unfinished (version, direction) values ('20260102000000', 'down')",
  );
  await stateMustBe('half-applied');
  expect(await migrateDown(target())).toEqual({ rolledBack: [index] });
  await stateMustBe('pending');
});
