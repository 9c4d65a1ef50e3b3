import { randomBytes } from 'node:crypto';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBackup } from '../create/create-backup.ts';
import { findBackup, listBackups } from '../list-backups.ts';
import { pruneBackups } from '../prune/prune-backups.ts';
import { restoreBackup } from '../restore/restore-backup.ts';
import { fillDatabase } from '../testing/fill-database.ts';
import { startS3, type S3Server } from '../testing/s3-server.ts';
import { checkFiles } from '../verify/check-files.ts';
import { openStore } from './open-store.ts';
import { readS3Settings } from './s3-settings.ts';
import { openS3Store } from './s3-store.ts';

const place = 's3://backups/of/mu';
let source: TestDatabase;
let s3: S3Server;
beforeAll(async () => {
  source = await createTestDatabase();
  await fillDatabase(source, 2);
});
beforeEach(async () => {
  s3 = await startS3();
  return () => s3.close();
});
afterAll(() => source.drop());

const open = (stallMs?: number) =>
  stallMs === undefined
    ? openStore(place, s3.environment)
    : openS3Store(readS3Settings(place, s3.environment, stallMs));

async function* pieces(count: number, size: number): AsyncGenerator<Buffer> {
  for (let index = 0; index < count; index += 1) {
    await Promise.resolve();
    yield Buffer.alloc(size, index);
  }
}

describe('a bucket', () => {
  it('takes a backup, lists it, gives it back and prunes the older one', async () => {
    const store = open();
    const first = await createBackup({ url: source.url, store });
    const { id } = await createBackup({ url: source.url, store });
    expect((await listBackups(store)).map(({ manifest }) => manifest?.rows)).toEqual([
      first.rows,
      first.rows,
    ]);
    const archive = await findBackup(store, id);
    expect(await checkFiles(archive)).toEqual([]);
    const target = await createEmptyDatabase();
    try {
      expect((await restoreBackup({ archive, url: target.url })).rows).toBe(first.rows);
    } finally {
      await target.drop();
    }
    const { removed } = await pruneBackups({ store, keep: { daily: 1, weekly: 0, monthly: 0 } });
    expect(removed).toHaveLength(1);
    expect([...s3.objects.keys()].every((key) => !key.includes(removed[0]!))).toBe(true);
    expect(s3.objects.size).toBeGreaterThan(15);
  });

  it('takes a file of any length in pieces, whole or not at all', async () => {
    const store = open();
    await store.write('a/large', pieces(9, 2 * 1024 * 1024));
    await store.write('a/of one piece', pieces(4, 2 * 1024 * 1024));
    await store.write('a/empty', pieces(0, 1));
    const sent = Array.from({ length: 9 }, (_, index) => Buffer.alloc(2 * 1024 * 1024, index));
    expect(s3.objects.get('of/mu/a/large')?.equals(Buffer.concat(sent))).toBe(true);
    expect(s3.objects.get('of/mu/a/of one piece')?.length).toBe(8 * 1024 * 1024);
    expect(s3.objects.get('of/mu/a/empty')?.length).toBe(0);
    s3.fault = ({ query }) =>
      query.get('partNumber') === '2' ? { status: 403, code: 'AccessDenied' } : undefined;
    await expect(store.write('a/refused', pieces(9, 2 * 1024 * 1024))).rejects.toMatchObject({
      code: 'BACKUP_PLACE_UNUSABLE',
    });
    expect(s3.objects.has('of/mu/a/refused')).toBe(false);
    expect(s3.uploads.size).toBe(0);
  });

  it('is asked again when it fails for a moment', async () => {
    let requests = 0;
    s3.fault = () => (requests++ % 2 === 0 ? { status: 503, code: 'SlowDown' } : undefined);
    await open().write('a/file', pieces(1, 10));
    expect(s3.objects.get('of/mu/a/file')?.length).toBe(10);
  });

  it('that refuses is an error which says so, and no secret', async () => {
    s3.fault = ({ method }) =>
      method === 'PUT' ? { status: 403, code: 'AccessDenied' } : undefined;
    const failed = createBackup({ url: source.url, store: open() });
    await expect(failed).rejects.toMatchObject({
      code: 'BACKUP_PLACE_UNUSABLE',
      message: expect.stringContaining('s3://backups/of/mu') as string,
      details: 'the bucket answered 403 AccessDenied',
    });
    const error = await failed.catch((each: unknown) => each as Error);
    expect(JSON.stringify(error)).not.toContain(s3.environment['AWS_SECRET_ACCESS_KEY']);
    expect(await listBackups(open())).toEqual([]);
  });

  it('that stalls is an error after a while', async () => {
    s3.fault = ({ key }) => (key.includes('messages') ? 'stall' : undefined);
    await expect(createBackup({ url: source.url, store: open(300) })).rejects.toMatchObject({
      code: 'BACKUP_PLACE_UNUSABLE',
      details: 'the bucket said nothing for 0.3 s',
    });
    expect(await listBackups(open())).toEqual([]);
  });

  it('with another secret refuses every signature', async () => {
    s3.environment['AWS_SECRET_ACCESS_KEY'] = randomBytes(8).toString('hex');
    await expect(listBackups(open())).rejects.toMatchObject({
      details: 'the bucket answered 403 SignatureDoesNotMatch',
    });
  });
});

describe('an address', () => {
  it.each(['s3://', 's3:bucket', 's3://UPPER/x'])('that is none is refused: %s', (address) => {
    expect(() => openStore(address, s3.environment)).toThrow(
      expect.objectContaining({ code: 'BACKUP_PLACE_INVALID' }),
    );
  });

  it('without its keys is refused', () => {
    expect(() => openStore(place, {})).toThrow(/keys of the bucket/);
  });
});
