import { takeSnapshot, diffSnapshots } from '@catb/database';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@catb/database/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../archive/manifest.ts';
import { createBackup } from '../create/create-backup.ts';
import { findBackup } from '../list-backups.ts';
import type { BackupStore } from '../store/backup-store.ts';
import { openStore } from '../store/open-store.ts';
import { makeFolder } from '../testing/backup-folder.ts';
import { fillDatabase } from '../testing/fill-database.ts';
import { restoreBackup } from './restore-backup.ts';

const folder = makeFolder();
let source: TestDatabase;
let store: BackupStore;
let manifest: Manifest;
const made: TestDatabase[] = [];

beforeAll(async () => {
  source = await createTestDatabase();
  await fillDatabase(source, 40);
  store = openStore(folder.path);
  manifest = await createBackup({ url: source.url, store });
});
afterAll(async () => {
  for (const database of [source, ...made]) await database.drop();
  folder.remove();
});

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  made.push(database);
  return database;
}

async function snapshotOf(database: TestDatabase) {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    return await takeSnapshot(client, { role: () => false });
  } finally {
    await client.end();
  }
}

const restoreInto = async (database: TestDatabase, more: { overwrite?: string } = {}) =>
  restoreBackup({ archive: await findBackup(store, undefined), url: database.url, ...more });

describe('into an empty database', () => {
  it('every object and every row come back', async () => {
    const target = await emptyDatabase();
    const report = await restoreInto(target);
    expect(report).toMatchObject({ id: manifest.id, rows: manifest.rows });
    expect(manifest.rows).toBeGreaterThan(200);
    const [before, after] = [await snapshotOf(source), await snapshotOf(target)];
    expect(diffSnapshots(before, after, 'all')).toEqual([]);
    expect(after.objects).toEqual(before.objects);
  });
});
