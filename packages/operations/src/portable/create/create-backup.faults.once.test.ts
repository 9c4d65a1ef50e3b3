import { randomBytes } from 'node:crypto';
import { migrationLockKey, withOwnConnection } from '@catb/database';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeSealed } from '../archive/archive-writer.ts';
import { decryptWith } from '../archive/encryption.ts';
import { manifestPath } from '../archive/manifest.ts';
import { readContents } from '../archive/open-archive.ts';
import { findBackup, listBackups } from '../list-backups.ts';
import type { BackupStore } from '../store/backup-store.ts';
import { openStore } from '../store/open-store.ts';
import { makeFolder, type TestFolder } from '../testing/backup-folder.ts';
import { fillDatabase } from '../testing/fill-database.ts';
import { createBackup } from './create-backup.ts';

let source: TestDatabase;
let folder: TestFolder;
let store: BackupStore;
beforeAll(async () => {
  source = await createTestDatabase();
  await fillDatabase(source, 20);
});
beforeEach(() => {
  folder = makeFolder();
  store = openStore(folder.path);
  return () => folder.remove();
});
afterAll(() => source.drop());

/** The store, in which something happens before a file of this name is written. */
const interfere = (name: string, happen: () => Promise<unknown>): BackupStore => ({
  ...store,
  write: async (path, content, signal) => {
    if (path.includes(name)) await happen();
    await store.write(path, content, signal);
  },
});
const rowsOf = async (table: string): Promise<number | undefined> =>
  (await listBackups(store))[0]?.manifest?.tables.find(({ name }) => name === table)?.rows;

describe('a backup', () => {
  it('is of one moment: what is written meanwhile is not in it', async () => {
    const count = async () =>
      Number((await source.pool.query('select count(*) from public.sessions')).rows[0].count);
    const before = await count();
    const during = interfere('data/', async () => {
      await source.pool.query('select public.create_session()');
    });
    await createBackup({ url: source.url, store: during, jobs: 3 });
    expect(await count()).toBeGreaterThan(before);
    expect(await rowsOf('public.sessions')).toBe(before);
  });

  it('whose connection is lost is none, and leaves nothing', async () => {
    const drop = interfere('data/public.messages', () =>
      source.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'catb backup' and datname = current_database()`,
      ),
    );
    await expect(createBackup({ url: source.url, store: drop })).rejects.toMatchObject({
      code: 'BACKUP_FAILED',
    });
    expect(await store.folders()).toEqual([]);
    await createBackup({ url: source.url, store });
    expect(await listBackups(store)).toHaveLength(1);
  });

  it.each(['data/public.messages', 'schema.sql', 'contents.json', 'restore.sql', 'manifest.json'])(
    'that can not write %s is none, and leaves nothing',
    async (name) => {
      const full = interfere(name, () =>
        Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
      );
      await expect(createBackup({ url: source.url, store: full })).rejects.toThrow();
      expect(await listBackups(store)).toEqual([]);
      expect(await store.folders()).toEqual([]);
    },
  );

  it('waits for a migration, and holds up none once it has begun', async () => {
    await withOwnConnection(source.url, 'test', async (migrator) => {
      await migrator.query('select pg_advisory_lock($1, $2)', [...migrationLockKey]);
      let isDone = false;
      const lockIsFree: boolean[] = [];
      const free = interfere('data/public.messages', async () => {
        const { rows } = await source.pool.query(
          'select pg_try_advisory_xact_lock($1, $2) as free',
          [...migrationLockKey],
        );
        lockIsFree.push(rows[0].free as boolean);
      });
      const made = createBackup({ url: source.url, store: free }).then(() => (isDone = true));
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(isDone).toBe(false);
      await migrator.query('select pg_advisory_unlock($1, $2)', [...migrationLockKey]);
      await made;
      expect(lockIsFree).toEqual([true]);
    });
  });

  it('of a table that a migration wants to change meanwhile keeps its shape', async () => {
    const alter = interfere('data/', async () => {
      const altered = source.pool.query(
        "set lock_timeout = '50ms'; alter table public.feedback add column later text",
      );
      await expect(altered).rejects.toMatchObject({ code: '55P03' });
    });
    await createBackup({ url: source.url, store: alter, jobs: 1 });
  });
});

describe('acting as another role', () => {
  const name = `reader_${randomBytes(4).toString('hex')}`;
  const url = () => {
    const address = new URL(source.url);
    [address.username, address.password] = [name, 'reads'];
    return address.href;
  };
  const asSuperuser = (statement: string) =>
    withOwnConnection(source.superuserUrl, 'test', (client) => client.query(statement));
  beforeAll(() =>
    asSuperuser(`create role ${name} login password 'reads' in role pg_read_all_data`),
  );
  afterAll(() => asSuperuser(`drop role ${name}`));

  it('one from whom policies keep rows makes no backup that looks whole', async () => {
    await expect(createBackup({ url: url(), store })).rejects.toMatchObject({
      code: 'BACKUP_ROWS_HIDDEN',
      message: expect.stringContaining('public.messages') as string,
    });
    expect(await store.folders()).toEqual([]);
  });

  it('one that reads everything and writes nothing makes the same backup', async () => {
    await asSuperuser(`alter role ${name} bypassrls`);
    const [mine, theirs] = [
      await createBackup({ url: source.url, store }),
      await createBackup({ url: url(), store }),
    ];
    expect(theirs.tables).toEqual(mine.tables);
  });
});

describe('reading a backup', () => {
  it('without its key, or with another, is refused', async () => {
    const [key, other] = [await generateIdentity(), await generateIdentity()];
    const recipients = [await identityToRecipient(key), await identityToRecipient(other)];
    const { id } = await createBackup({ url: source.url, store, recipients: [recipients[0]!] });
    const archive = await findBackup(store, id);
    const wrong = { code: 'BACKUP_KEY_WRONG' };
    await expect(readContents(archive, undefined)).rejects.toMatchObject(wrong);
    await expect(readContents(archive, decryptWith(other))).rejects.toMatchObject(wrong);
    expect((await readContents(archive, decryptWith(key))).tables.length).toBeGreaterThan(10);
    const both = await createBackup({ url: source.url, store, recipients });
    const shared = await findBackup(store, both.id);
    for (const each of [key, other]) await readContents(shared, decryptWith(each));
    expect(() => decryptWith('nothing')).toThrow(
      expect.objectContaining({ code: 'BACKUP_KEY_INVALID' }),
    );
    await expect(
      createBackup({ url: source.url, store, recipients: ['age1no'] }),
    ).rejects.toMatchObject({ code: 'BACKUP_KEY_INVALID' });
  });

  it('of a newer format is refused by its number, and it is listed as what it is', async () => {
    const manifest = await createBackup({ url: source.url, store });
    await writeSealed(store, manifest.id, manifestPath, { ...manifest, format: 99, more: true });
    await expect(findBackup(store, manifest.id)).rejects.toMatchObject({ code: 'BACKUP_TOO_NEW' });
    expect((await listBackups(store))[0]?.problem).toContain('format 99');
    await expect(findBackup(store, undefined)).rejects.toMatchObject({ code: 'BACKUP_NOT_FOUND' });
  });
});
