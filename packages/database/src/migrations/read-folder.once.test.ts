import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkScripts } from './check-folder.ts';
import { readMigrationFolder } from './read-folder.ts';
import { createTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await createTemporaryFolder();
  await folder.write('20260101000000_cats.sql', 'create table cats ();', 'drop table cats;');
});

afterEach(() => folder.drop());

const codes = async (): Promise<string[]> => {
  const { migrations, problems } = await readMigrationFolder(folder.directory);
  return [...problems, ...checkScripts(migrations)].map(({ code }) => code);
};
const x = '20260104000000_x.sql';

test('a migration with its rollback, or a reason to have none, is in order', async () => {
  await folder.write(x, '-- irreversible: rows are merged\nselect 1;');
  expect(await codes()).toEqual([]);
  const { migrations } = await readMigrationFolder(folder.directory);
  expect(
    migrations.map(({ version, name, irreversible }) => [version, name, irreversible]),
  ).toEqual([
    ['20260101000000', 'cats', undefined],
    ['20260104000000', 'x', 'rows are merged'],
  ]);
});

test.each([
  ['a rollback among the migrations', 'x.down.sql', 'select 1;', 'MIGRATION_ROLLBACK_MISPLACED'],
  ['a name without a version', 'x.sql', 'select 1;', 'MIGRATION_NAME_INVALID'],
  ['no rollback', x, 'select 1;', 'MIGRATION_NO_ROLLBACK'],
  ['no reason', x, '-- irreversible:\nselect 1;', 'MIGRATION_NO_ROLLBACK'],
  ['no statement', x, '-- irreversible: x', 'MIGRATION_EMPTY'],
  ['its own commit', x, '-- irreversible: x\ncommit;', 'MIGRATION_TRANSACTION_CONTROL'],
  [
    'a version twice',
    '20260101000000_x.sql',
    '-- irreversible: x\nselect 1;',
    'MIGRATION_DUPLICATE_VERSION',
  ],
  [
    'a concurrent index among others',
    x,
    '-- irreversible: x\nselect 1;\ncreate index concurrently i on cats (id);',
    'MIGRATION_CONCURRENT_NOT_ALONE',
  ],
])('%s is a fault', async (_, file, sql, code) => {
  await folder.write(file, sql);
  expect(await codes()).toEqual([code]);
});

test('a rollback of a migration that calls itself irreversible is a fault', async () => {
  await folder.write(x, '-- irreversible: x\nselect 1;', 'select 1;');
  expect(await codes()).toEqual(['MIGRATION_IRREVERSIBLE']);
});

test('a rollback whose name differs from its migration is a fault of both', async () => {
  await folder.write(x, 'select 1;');
  await writeFile(`${folder.directory}/rollbacks/20260104000000_y.sql`, 'select 1;');
  expect(await codes()).toEqual(['MIGRATION_ROLLBACK_MISPLACED', 'MIGRATION_NO_ROLLBACK']);
});

test('bytes that are not UTF-8 are refused', async () => {
  await writeFile(`${folder.directory}/migrations/${x}`, Buffer.from([0x73, 0xff]));
  await expect(codes()).rejects.toMatchObject({ code: 'MIGRATION_FOLDER_UNREADABLE' });
});
