import { readFileSync, readdirSync, writeFileSync, appendFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { withOwnConnection } from '@catb/database';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBackup } from '../create/create-backup.ts';
import { decryptWith, type Step } from '../archive/encryption.ts';
import type { Manifest } from '../archive/manifest.ts';
import { findBackup, listBackups } from '../list-backups.ts';
import { openStore } from '../store/open-store.ts';
import { makeFolder, type TestFolder } from '../testing/backup-folder.ts';
import { fillDatabase } from '../testing/fill-database.ts';
import { checkFiles } from './check-files.ts';
import { verifyBackup } from './verify-backup.ts';

let source: TestDatabase;
let folder: TestFolder;
let identity: string;
let recipient: string;
let decrypt: Step;

beforeAll(async () => {
  source = await createTestDatabase();
  await fillDatabase(source, 3);
  identity = await generateIdentity();
  recipient = await identityToRecipient(identity);
  decrypt = decryptWith(`# created\n${identity}\n`);
});
beforeEach(() => {
  folder = makeFolder();
  return () => folder.remove();
});
afterAll(() => source.drop());

const backUp = (recipients: string[] = []): Promise<Manifest> =>
  createBackup({ url: source.url, store: openStore(folder.path), recipients });
const archiveOf = ({ id }: Manifest) => findBackup(openStore(folder.path), id);

describe('a drill', () => {
  it('proves a backup that is whole, and the proof is listed', async () => {
    const manifest = await backUp([recipient]);
    const roles: unknown[] = [];
    const report = await verifyBackup({
      archive: await archiveOf(manifest),
      decrypt,
      alsoCheck: async (copy) => {
        await withOwnConnection(copy.url, 'test', async (client) => {
          roles.push(
            ...(
              await client.query(
                'select current_user, rolsuper from pg_roles where rolname = current_user',
              )
            ).rows,
          );
        });
        return [];
      },
    });
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ isProven: true, major: 18 });
    expect(report.restored?.rows).toBe(manifest.rows);
    expect(roles).toEqual([{ current_user: 'postgres', rolsuper: false }]);
    const [listed] = await listBackups(openStore(folder.path));
    expect(listed?.provenAt).toEqual(report.provenAt);
  });

  it('finds what was changed by hand, and what else is checked', async () => {
    const changed = await createTestDatabase();
    try {
      await changed.pool.query(
        'create policy "Everybody reads" on public.messages for select to anon using (true)',
      );
      const manifest = await createBackup({ url: changed.url, store: openStore(folder.path) });
      const report = await verifyBackup({
        archive: await archiveOf(manifest),
        alsoCheck: () =>
          Promise.resolve([{ object: 'public.messages', message: 'A stranger reads it.' }]),
      });
      expect(report.isProven).toBe(false);
      expect(report.problems.map(({ object }) => object)).toEqual([
        'policy "Everybody reads" on public.messages',
        'public.messages',
      ]);
    } finally {
      await changed.drop();
    }
    expect((await listBackups(openStore(folder.path)))[0]?.provenAt).toBeUndefined();
  });
});

describe('a byte that flipped', () => {
  const filesOf = (id: string): string[] =>
    readdirSync(path.join(folder.path, id), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(path.join(folder.path, id), path.join(entry.parentPath, entry.name)),
      );

  it.each(['plain', 'encrypted'])(
    'is found and named, in every file of an archive that is %s',
    async (kind) => {
      const { id } = await backUp(kind === 'encrypted' ? [recipient] : []);
      const files = filesOf(id);
      expect(files.length).toBeGreaterThan(15);
      for (const name of files) {
        const file = path.join(folder.path, id, name);
        const bytes = readFileSync(file);
        for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
          const flipped = Buffer.from(bytes);
          flipped[at] = (flipped[at] ?? 0) ^ 1;
          writeFileSync(file, flipped);
          const archive = findBackup(openStore(folder.path), id);
          const named = name.replace(/\.sha256$/, '');
          if (named === 'manifest.json') {
            await expect(archive).rejects.toMatchObject({
              code: 'BACKUP_DAMAGED',
              message: expect.stringContaining(named) as string,
            });
          } else {
            expect((await checkFiles(await archive)).map(({ object }) => object)).toEqual([named]);
          }
        }
        writeFileSync(file, bytes);
      }
      expect(await checkFiles(await findBackup(openStore(folder.path), id))).toEqual([]);
    },
  );

  it('and a file that is missing, longer or too many are named too', async () => {
    const { id, files } = await backUp();
    const archive = await findBackup(openStore(folder.path), id);
    const [first, second] = files;
    rmSync(path.join(folder.path, id, first!.path));
    appendFileSync(path.join(folder.path, id, second!.path), 'x');
    writeFileSync(path.join(folder.path, id, 'data', 'more.copy.gz'), '');
    expect((await checkFiles(archive)).map(({ object }) => object)).toEqual([
      first!.path,
      second!.path,
      'data/more.copy.gz',
    ]);
  });
});
