import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CatbError } from '../errors.ts';
import { createEmptyDatabase, type TestDatabase } from '../testing/index.ts';
import { migrateDown, migrateUp, migrationStatus } from './index.ts';
import { createTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

let database: TestDatabase;
let folder: TemporaryFolder;
const cats = '20260101000000_cats.sql';
const names = '20260102000000_names.sql';
const dogs = '20260103000000_dogs.sql';

const target = () => ({ url: database.url, directory: folder.directory });
const down = (more = {}) => migrateDown({ ...target(), ...more });
const failure = (run: Promise<unknown>): Promise<CatbError> =>
  run.then(
    () => expect.unreachable('it succeeded'),
    (error: unknown) => error as CatbError,
  );

beforeEach(async () => {
  [database, folder] = await Promise.all([createEmptyDatabase(), createTemporaryFolder()]);
  await folder.write(cats, 'create table cats (id int);', 'drop table cats;');
  await folder.write(names, 'alter table cats add name text;', 'alter table cats drop name;');
  await folder.write(dogs, 'create table dogs (id int);', 'drop table dogs;');
  await migrateUp(target());
});

afterEach(async () => {
  await Promise.all([database.drop(), folder.drop()]);
});

test('the newest is rolled back, and the rows of older tables stay', async () => {
  await database.pool.query("insert into cats values (1, 'Mu')");
  expect(await down()).toEqual({ rolledBack: [dogs] });
  expect(await down({ steps: 1 })).toEqual({ rolledBack: [names] });
  expect((await database.pool.query('select * from cats')).rows).toEqual([{ id: 1 }]);
  expect((await migrationStatus(target())).migrations.map(({ state }) => state)).toEqual([
    'applied',
    'pending',
    'pending',
  ]);
});

test('everything newer than "to" is rolled back, all of it with 0', async () => {
  expect(await down({ to: '20260101000000' })).toEqual({ rolledBack: [dogs, names] });
  expect(await down({ to: '0' })).toEqual({ rolledBack: [cats] });
  expect(await down()).toEqual({ rolledBack: [] });
  expect((await failure(down({ to: '5' }))).code).toBe('MIGRATION_VERSION_UNKNOWN');
});

test('an irreversible one among them stops it before anything is done, saying why', async () => {
  await folder.write('20260104000000_x.sql', '-- irreversible: the rows are merged\nselect 1;');
  await folder.write('20260105000000_y.sql', 'select 1;', 'select 1;');
  await migrateUp(target());
  const error = await failure(down({ steps: 2 }));
  expect(error.code).toBe('MIGRATION_IRREVERSIBLE');
  expect(error.message).toContain('the rows are merged');
  const { migrations, current } = await migrationStatus(target());
  expect(migrations.at(-2)).toMatchObject({ state: 'irreversible', applied: true });
  expect(current).toBe(true);
});

test('a changed migration is not rolled back', async () => {
  await folder.write(dogs, 'create table dogs (id bigint);');
  expect((await failure(down())).code).toBe('MIGRATION_CHANGED');
});

test('a rollback that fails changes nothing and is named', async () => {
  await folder.write(dogs, 'create table dogs (id int);', 'drop table dogs;\nselect 1/0;');
  const error = await failure(down());
  expect(error.message).toContain(`rollbacks/${dogs} failed at line 2, statement 2`);
  expect((await migrationStatus(target())).current).toBe(true);
  await database.pool.query('select from dogs');
});

test('a migration whose file is gone is rolled back with what was stored', async () => {
  await folder.remove(dogs);
  expect(await down()).toEqual({ rolledBack: [dogs] });
  const { rows } = await database.pool.query("select to_regclass('dogs') as dogs");
  expect(rows).toEqual([{ dogs: null }]);
});
