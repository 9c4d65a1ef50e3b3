import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../testing/index.ts';
import { migrateUp, verifyMigrations, type VerifyOptions } from './index.ts';
import { createTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

let database: TestDatabase;
let folder: TemporaryFolder;
const cats = '20260101000000_cats.sql';
const more = '20260102000000_more.sql';

beforeEach(async () => {
  [database, folder] = await Promise.all([createEmptyDatabase(), createTemporaryFolder()]);
  await folder.write(
    cats,
    'create table cats (id int primary key, name text, born timestamptz default now()); insert into cats values (1);',
    'drop table cats;',
  );
});

afterEach(async () => {
  await Promise.all([database.drop(), folder.drop()]);
});

// Other test files make roles on the same server at the same time.
const verify = (options: Partial<VerifyOptions> = {}) =>
  verifyMigrations({
    url: database.url,
    freshUrl: database.url,
    directory: folder.directory,
    role: (name) => name.startsWith('verify_'),
    ...options,
  });

const linesOf = async (up: string, down: string): Promise<[string, string[]][]> => {
  await folder.write(more, up, down);
  const report = await verify();
  expect(report.ok).toBe(report.differences.length === 0);
  return report.differences.map(({ step, lines }) => [step, lines]);
};

test('migrations that come back the same are fine, and the fresh database is empty again', async () => {
  await folder.write(more, 'alter table cats add age int;', 'alter table cats drop age;');
  expect(await verify()).toEqual({
    ok: true,
    verified: [cats, more],
    irreversible: [],
    differences: [],
  });
  const { rows } = await database.pool.query("select to_regclass('cats') as cats");
  expect(rows).toEqual([{ cats: null }]);
});

test('without a fresh database one is made and dropped', async () => {
  const names = async () =>
    (await database.pool.query("select from pg_database where datname like 'catb_throw%'"))
      .rowCount;
  const report = await verifyMigrations({
    url: database.url,
    directory: folder.directory,
    role: () => false,
  });
  expect(report.ok).toBe(true);
  expect(await names()).toBe(0);
});

test('a database that has migrations is refused', async () => {
  await migrateUp({ url: database.url, directory: folder.directory });
  await expect(verify()).rejects.toMatchObject({ code: 'MIGRATION_OPTIONS_INVALID' });
});

describe('a rollback that leaves something different is found out', () => {
  test('an object that stays', async () => {
    const found = await linesOf('create table if not exists dogs (); ', 'select 1;');
    expect(found[0]?.[0]).toBe('down');
    expect(found[0]?.[1]).toContainEqual(
      expect.stringMatching(/^\+ table public\.dogs: owner postgres/),
    );
  });

  test('an object that is lost', async () => {
    const found = await linesOf(
      'alter table cats drop name;',
      'alter table cats add name text not null default 1;',
    );
    expect(found[0]?.[1]).toEqual(
      expect.arrayContaining([
        '- column public.cats.name: text',
        '+ column public.cats.name: text not null default 1',
      ]),
    );
  });

  test('a row that is lost', async () => {
    const found = await linesOf('select 1;', 'delete from cats;');
    expect(found[0]).toEqual(['down', ['- rows of public.cats: 1', '+ rows of public.cats: 0']]);
  });

  test('a row that is changed', async () => {
    const found = await linesOf("update cats set name = 'Mu';", "update cats set name = '';");
    expect(found).toEqual([
      ['down', ['- rows of public.cats: 1', '+ rows of public.cats: 1 with other contents']],
    ]);
  });
});

test('a migration that does not come back the same the second time is found out', async () => {
  const found = await linesOf(
    'create table if not exists dogs as select (select count(*) from cats) as n;',
    'insert into cats select 2 where not exists (select from cats where id = 2); alter table dogs rename to birds; drop table birds;',
  );
  expect(found.map(([step]) => step)).toContain('up again');
});

test('values that a default makes anew are no difference', async () => {
  expect(await linesOf('insert into cats values (2);', 'delete from cats where id = 2;')).toEqual(
    [],
  );
});

test('nor are those of a function whose name ends in a digit', async () => {
  const found = await linesOf(
    `create function random_v4() returns uuid language sql as 'select gen_random_uuid()';
     create table dogs (id uuid default random_v4(), name text); insert into dogs (name) values ('Rex');`,
    'drop table dogs; drop function random_v4();',
  );
  expect(found).toEqual([]);
});

test('planted rows survive the rollback of a later migration', async () => {
  const seed = async (url: string, version: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    if (version === '20260101000000') await client.query("insert into cats values (7, 'planted')");
    else await client.query('insert into dogs values (8)');
    await client.end();
  };
  await folder.write(more, 'create table dogs (id int);', 'drop table dogs;');
  expect((await verify({ seed })).ok).toBe(true);
  await folder.write(
    more,
    'create table dogs (id int);',
    'drop table dogs; delete from cats where id = 7;',
  );
  const report = await verify({ seed });
  expect(report.differences[0]).toMatchObject({ file: more, step: 'down' });
});

test('rows planted later than a migration survive its rollback on the way back too', async () => {
  const seed = async (url: string, version: string) => {
    if (version === '20260101000000') return;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("insert into cats values (9, 'later')");
    await client.end();
  };
  await folder.write(
    more,
    'create table dogs (id int);',
    'drop table dogs; delete from cats where id = 9;',
  );
  expect((await verify({ seed })).differences).toEqual([
    {
      file: more,
      step: 'up late',
      lines: ['- rows of public.cats: 2', '+ rows of public.cats: 1'],
    },
  ]);
});

test('an irreversible migration is only applied, and what is older is verified before it', async () => {
  await folder.write(more, '-- irreversible: for good\ncreate table dogs ();');
  await folder.write('20260103000000_birds.sql', 'create table birds ();', 'drop table birds;');
  expect(await verify()).toMatchObject({
    ok: true,
    verified: [cats, '20260103000000_birds.sql'],
    irreversible: [{ file: more, why: 'for good' }],
  });
});

test('only the versions that were asked for are taken back and forth', async () => {
  await folder.write(more, 'create table dogs ();', 'select 1/0;');
  expect(await verify({ versions: ['20260101000000'] })).toMatchObject({
    ok: true,
    verified: [cats],
  });
  await expect(verify({ versions: ['5'] })).rejects.toMatchObject({
    code: 'MIGRATION_VERSION_UNKNOWN',
  });
});

test('a rollback that fails is told with its file and step', async () => {
  await folder.write(more, 'create table dogs ();', 'select 1/0;');
  expect(await verify()).toMatchObject({
    ok: false,
    failure: { file: more, step: 'down', error: { code: 'MIGRATION_FAILED' } },
  });
});

test('an index built concurrently goes back and forth too', async () => {
  await folder.write(
    more,
    'create index concurrently cats_name on cats (name);',
    'drop index concurrently cats_name;',
  );
  expect(await verify()).toMatchObject({ ok: true, verified: [cats, more] });
});
