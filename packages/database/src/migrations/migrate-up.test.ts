import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CatbError } from '../errors.ts';
import { createEmptyDatabase, type TestDatabase } from '../testing/index.ts';
import { migrateUp, migrationStatus } from './index.ts';
import { createTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

let database: TestDatabase;
let folder: TemporaryFolder;

beforeEach(async () => {
  [database, folder] = await Promise.all([createEmptyDatabase(), createTemporaryFolder()]);
});

afterEach(async () => {
  await Promise.all([database.drop(), folder.drop()]);
});

const target = () => ({ url: database.url, directory: folder.directory });
const up = (more = {}) => migrateUp({ ...target(), ...more });
const failure = (run: Promise<unknown>): Promise<CatbError> =>
  run.then(
    () => expect.unreachable('it succeeded'),
    (error: unknown) => error as CatbError,
  );
const cats = '20260101000000_cats.sql';
const dogs = '20260102000000_dogs.sql';
const birds = '20260103000000_birds.sql';
const writeThree = async () => {
  await folder.write(cats, '-- why\ncreate table cats (id int);', 'drop table cats;');
  await folder.write(dogs, 'create table dogs (id int);', 'drop table dogs;');
  await folder.write(birds, 'create table birds (id int);', 'drop table birds;');
};

test('pending migrations are applied in order, and their rows hold statements and rollback', async () => {
  await writeThree();
  expect(await up()).toEqual({ applied: [cats, dogs, birds] });
  const { rows } = await database.pool.query(
    'select * from supabase_migrations.schema_migrations order by version limit 1',
  );
  expect(rows).toEqual([
    {
      version: '20260101000000',
      name: 'cats',
      statements: ['-- why\ncreate table cats (id int)'],
      rollback: ['drop table cats'],
      created_by: 'catb',
      idempotency_key: null,
    },
  ]);
  expect(await up()).toEqual({ applied: [] });
});

test('"to" is the last version applied, and "steps" the number', async () => {
  await writeThree();
  expect(await up({ to: '20260101000000' })).toEqual({ applied: [cats] });
  expect(await up({ steps: 1 })).toEqual({ applied: [dogs] });
  expect((await failure(up({ to: '7' }))).code).toBe('MIGRATION_VERSION_UNKNOWN');
  expect((await failure(up({ steps: 0 }))).code).toBe('MIGRATION_OPTIONS_INVALID');
});

test('with nothing to do it asks the database one question and takes no lock', async () => {
  await writeThree();
  await up();
  const other = await database.pool.connect();
  await other.query('select pg_advisory_lock(1667331170, 1)');
  expect(await up({ waitMs: 0 })).toEqual({ applied: [] });
  other.release(true);
});

describe('a migration that fails', () => {
  test('leaves nothing behind and names file, statement, line and SQLSTATE', async () => {
    const sql = 'create table cats (id int);\n\n-- ü😀\nselect 😀1,\n  nothing from cats;\n';
    await folder.write(cats, sql.replace('😀1', '1'), 'drop table cats;');
    const error = await failure(up());
    expect(error.code).toBe('MIGRATION_FAILED');
    expect(error.message).toBe(
      `migrations/${cats} failed at line 5, statement 2: column "nothing" does not exist (SQLSTATE 42703).`,
    );
    const { rows } = await database.pool.query("select to_regclass('cats') as cats");
    expect(rows).toEqual([{ cats: null }]);
    expect((await migrationStatus(target())).migrations[0]?.state).toBe('pending');
  });

  test('keeps those before it', async () => {
    await writeThree();
    await folder.write(dogs, 'select 1/0;', 'select 1;');
    expect((await failure(up())).message).toContain(dogs);
    const { migrations } = await migrationStatus(target());
    expect(migrations.map(({ state }) => state)).toEqual(['applied', 'pending', 'pending']);
  });

  test('at a deferred constraint is undone too', async () => {
    await folder.write(
      cats,
      'create table cats (id int primary key deferrable initially deferred); insert into cats values (1), (1);',
      'drop table cats;',
    );
    expect((await failure(up())).message).toContain('failed when it was committed');
    expect((await migrationStatus(target())).current).toBe(false);
  });
});

test('what a migration sets does not reach the next, nor its history row', async () => {
  await folder.write(
    cats,
    "set role anon; set search_path = ''; set statement_timeout = 1;",
    'select 1;',
  );
  await folder.write(
    dogs,
    'create table dogs (id int); select pg_sleep(0.02);',
    'drop table dogs;',
  );
  expect((await up()).applied).toHaveLength(2);
});

describe('files and history that do not agree', () => {
  beforeEach(async () => {
    await writeThree();
    await up();
  });

  test('a changed file is an error that names it', async () => {
    await folder.write(dogs, 'create table dogs (id bigint);');
    const error = await failure(up());
    expect(error.code).toBe('MIGRATION_CHANGED');
    expect(error.message).toContain(dogs);
    expect((await migrationStatus(target())).migrations[1]?.state).toBe('changed');
  });

  test('an applied migration without a file is an error, unless unknown ones are ignored', async () => {
    await folder.remove(birds);
    expect((await failure(up())).code).toBe('MIGRATION_NOT_IN_FOLDER');
    expect(await up({ ignoreUnknown: true })).toEqual({ applied: [] });
    const status = await migrationStatus(target());
    expect(status.migrations[2]).toMatchObject({ name: 'birds', state: 'missing-file' });
    expect(status.current).toBe(false);
  });

  test('a pending migration older than the newest applied is an error, unless all are included', async () => {
    const late = '20260101120000_late.sql';
    await folder.write(late, 'create table late (id int);', 'drop table late;');
    expect((await failure(up())).code).toBe('MIGRATION_OUT_OF_ORDER');
    expect(await up({ includeAll: true })).toEqual({ applied: [late] });
  });
});

test('a folder that is not in order is refused before anything runs', async () => {
  await writeThree();
  await folder.write('20260104000000_x.sql', 'select 1;');
  const error = await failure(up());
  expect(error.code).toBe('MIGRATION_NO_ROLLBACK');
  expect(error.hint).toContain('irreversible');
  const status = await migrationStatus(target());
  expect(status.migrations.some(({ applied }) => applied)).toBe(false);
  expect(status.migrations.at(-1)?.state).toBe('no-rollback');
});

test('a history that the Supabase CLI wrote is taken as ours, and completed', async () => {
  await writeThree();
  await database.pool.query(
    `create schema supabase_migrations;
     create table supabase_migrations.schema_migrations (version text not null primary key);
     alter table supabase_migrations.schema_migrations add column statements text[], add column name text;
     insert into supabase_migrations.schema_migrations
     values ('20260101000000', array[E'-- why\\ncreate table cats (id int)'], 'cats'), ('20260102000000', null, null);`,
  );
  expect((await migrationStatus(target())).migrations.map(({ state }) => state)).toEqual([
    'applied',
    'applied',
    'pending',
  ]);
  expect(await up()).toEqual({ applied: [birds] });
});

test('a server that is not there is told as such', async () => {
  await writeThree();
  const url = 'postgresql://postgres@127.0.0.1:9/catb';
  const error = await failure(migrateUp({ ...target(), url }));
  expect(error.code).toBe('DATABASE_UNREACHABLE');
});
