import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkScripts } from './check-folder.ts';
import { newMigration } from './new-migration.ts';
import { readMigrationFolder } from './read-folder.ts';
import { createTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await createTemporaryFolder();
});

afterEach(() => folder.drop());

const create = async (name: string, now: string): Promise<string> => {
  const made = await newMigration({ directory: folder.directory, name, now: new Date(now) });
  expect(basename(made.migration)).toBe(basename(made.rollback));
  return basename(made.migration);
};

test('the version is the time in UTC, the name lower case with underscores', async () => {
  expect(await create(' Add Cats & dogs! ', '2026-02-03T04:05:06.789+01:00')).toBe(
    '20260203030506_add_cats_dogs.sql',
  );
});

test('a version never collides with the newest, nor is older', async () => {
  const now = '2026-12-31T23:59:59Z';
  expect(await create('one', now)).toBe('20261231235959_one.sql');
  expect(await create('two', now)).toBe('20270101000000_two.sql');
  expect(await create('three', '2020-01-01T00:00:00Z')).toBe('20270101000001_three.sql');
  await folder.write('99999999999998_odd.sql', 'select 1;', 'select 1;');
  expect(await create('four', now)).toBe('99999999999999_four.sql');
});

test('the new files are refused until they are written', async () => {
  await create('one', '2026-01-01T00:00:00Z');
  const { migrations } = await readMigrationFolder(folder.directory);
  expect(checkScripts(migrations).map(({ code }) => code)).toEqual([
    'MIGRATION_EMPTY',
    'MIGRATION_EMPTY',
  ]);
  expect(await readFile(`${folder.directory}/rollbacks/20260101000000_one.sql`, 'utf8')).toMatch(
    /^--/,
  );
});

test('a name without a letter is refused', async () => {
  await expect(create(' ../ ', '2026-01-01')).rejects.toMatchObject({
    code: 'MIGRATION_NAME_INVALID',
  });
});
