import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../testing/index.ts';
import { migrateDown, migrateUp, migrationStatus } from './index.ts';
import { requireMigrationLock } from './migration-lock.ts';
import { createTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

let database: TestDatabase;
let folder: TemporaryFolder;
const cats = '20260101000000_cats.sql';
const target = () => ({ url: database.url, directory: folder.directory });

beforeEach(async () => {
  [database, folder] = await Promise.all([createEmptyDatabase(), createTemporaryFolder()]);
  await folder.write(cats, 'create table cats (id int);', 'drop table cats;');
});

afterEach(async () => {
  await Promise.all([database.drop(), folder.drop()]);
});

test('a second migrator waits for the first, and finds the work done', async () => {
  await folder.write('20260102000000_slow.sql', 'select pg_sleep(0.3);', 'select 1;');
  await folder.write(
    '20260103000000_index.sql',
    'create index concurrently cats_id on cats (id);',
    'drop index concurrently cats_id;',
  );
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const results = await Promise.all([1, 2, 3].map(() => migrateUp({ ...target(), log })));
  expect(results.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 3]);
  expect(lines).toContain('waiting for another migrator');
});

test('a migrator that waited too long says so', async () => {
  const other = await database.pool.connect();
  await other.query('select pg_advisory_lock(1667331170, 1)');
  const run = migrateUp({ ...target(), waitMs: 50 });
  await expect(run).rejects.toMatchObject({ code: 'MIGRATION_LOCKED' });
  other.release(true);
});

test('the lock is given back', async () => {
  await migrateUp(target());
  await migrateDown(target());
  const { rows } = await database.pool.query(
    "select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
  );
  expect(rows).toEqual([]);
});

test('a connection that does not hold the lock is refused, as behind a transaction pooler', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await expect(requireMigrationLock(client)).rejects.toMatchObject({
    code: 'MIGRATION_POOLED_CONNECTION',
  });
  await client.query('select pg_advisory_lock(1667331170, 1)');
  await requireMigrationLock(client);
  await client.end();
});

test('a migration that meets a lock gives up with the relation and who is in the way', async () => {
  await migrateUp(target());
  await folder.write(
    '20260102000000_names.sql',
    'create table first_of_two (id int); alter table cats add name text;',
    'alter table cats drop name; drop table first_of_two;',
  );
  const blocker = await database.pool.connect();
  const { rows } = await blocker.query<{ pid: number }>('select pg_backend_pid() as pid');
  await blocker.query("begin; select 'secret' from cats");
  const run = migrateUp({ ...target(), lockTimeoutMs: 300, attempts: 3 });
  const error = await run.catch((caught: unknown) => caught);
  await blocker.query('rollback');
  blocker.release();
  expect(error).toMatchObject({ code: 'MIGRATION_LOCKED' });
  const { message, details } = error as { message: string; details: string };
  expect(message).toContain('migrations/20260102000000_names.sql');
  expect(message).toContain('on cats: tried 3 times, 300 ms each');
  expect(details).toContain(`process ${rows[0]?.pid} (role postgres`);
  expect(details).not.toContain('secret');
  expect((await migrationStatus(target())).migrations[1]?.state).toBe('pending');
});

test('a migration that meets a lock is tried again, and holds up nobody in between', async () => {
  await migrateUp(target());
  await folder.write(
    '20260102000000_names.sql',
    'alter table cats add name text;',
    'alter table cats drop name;',
  );
  const blocker = await database.pool.connect();
  await blocker.query('begin; select from cats');
  const lines: string[] = [];
  const run = migrateUp({ ...target(), lockTimeoutMs: 100, log: (line) => lines.push(line) });
  await sleep(300);
  // A read that comes while the migration wants its lock waits for one attempt at most.
  const started = performance.now();
  await database.pool.query('select from cats');
  expect(performance.now() - started).toBeLessThan(5_000);
  await blocker.query('rollback');
  blocker.release();
  expect(await run).toEqual({ applied: ['20260102000000_names.sql'] });
  expect(lines.join()).toContain('locked, trying again (1 of 10)');
});
