import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { supabaseDirectory } from '@catb/database';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAcceptedFile } from './find-accepted-file.ts';

const directory = supabaseDirectory();
let migrated: TestDatabase;
let empty: TestDatabase;
beforeAll(async () => {
  migrated = await createTestDatabase();
  empty = await createEmptyDatabase();
});
afterAll(async () => {
  await migrated.drop();
  await empty.drop();
});

test('the list beside the migrations that a database has applied is about it', async () => {
  expect(await findAcceptedFile(migrated.url, ['nowhere', directory])).toEqual({
    file: path.join(directory, 'accepted-findings.json'),
    note: null,
  });
});

test('another database’s list is left aside, and that is said', async () => {
  const { file, note } = await findAcceptedFile(empty.url, [directory]);
  expect(file).toBeNull();
  expect(note).toContain('left aside');
});

test('a history that is empty, or of other migrations, is another database', async () => {
  await empty.pool.query(
    `create schema supabase_migrations; create table supabase_migrations.schema_migrations (version text)`,
  );
  await empty.pool.query(
    `insert into supabase_migrations.schema_migrations values ('19990101000000')`,
  );
  expect((await findAcceptedFile(empty.url, [directory])).file).toBeNull();
});

test('no list is no list', async () => {
  const none = { file: null, note: null };
  expect(await findAcceptedFile(empty.url, ['nowhere'])).toEqual(none);
  expect(await findAcceptedFile(empty.url, ['nowhere', directory])).toEqual(none);
});
