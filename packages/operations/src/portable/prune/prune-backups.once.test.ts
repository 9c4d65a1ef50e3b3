import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeSealed } from '../archive/archive-writer.ts';
import { archiveFormat, manifestPath, proofPath } from '../archive/manifest.ts';
import { listBackups } from '../list-backups.ts';
import type { BackupStore } from '../store/backup-store.ts';
import { openStore } from '../store/open-store.ts';
import { makeFolder, type TestFolder } from '../testing/backup-folder.ts';
import { chooseKept } from './choose-kept.ts';
import { pruneBackups } from './prune-backups.ts';

const backup = (takenAt: string, provenAt?: string) => ({
  id: takenAt,
  takenAt: new Date(takenAt),
  provenAt: provenAt === undefined ? undefined : new Date(provenAt),
});
const keep = (daily: number, weekly: number, monthly: number) => ({ daily, weekly, monthly });

describe('what is kept', () => {
  it('is the newest of each of so many days, weeks and months', () => {
    const backups = [
      '2026-11-25T20:00:00Z',
      '2026-11-25T08:00:00Z',
      '2026-11-24T08:00:00Z',
      '2026-11-22T08:00:00Z',
      '2026-11-15T08:00:00Z',
      '2026-10-31T08:00:00Z',
      '2026-10-01T08:00:00Z',
    ].map((at) => backup(at));
    expect([...chooseKept(backups, keep(2, 3, 2))].sort()).toEqual([
      '2026-10-31T08:00:00Z',
      '2026-11-15T08:00:00Z',
      '2026-11-22T08:00:00Z',
      '2026-11-24T08:00:00Z',
      '2026-11-25T20:00:00Z',
    ]);
  });

  it('counts days that have a backup, so that a pause deletes nothing', () => {
    const backups = ['2026-11-25', '2026-06-01', '2026-01-01', '2025-01-01'].map((at) =>
      backup(at),
    );
    expect(chooseKept(backups, keep(3, 0, 0)).size).toBe(3);
  });

  it('always has the newest and the newest proven one', () => {
    const backups = [
      backup('2026-11-25'),
      backup('2026-11-24'),
      backup('2026-11-23', '2026-11-23'),
      backup('2026-11-22', '2026-11-25'),
    ];
    expect([...chooseKept(backups, keep(0, 0, 0))].sort()).toEqual(['2026-11-23', '2026-11-25']);
  });

  it('of no backup is none', () => {
    expect(chooseKept([], keep(7, 4, 12))).toEqual(new Set());
  });
});

describe('pruning', () => {
  let folder: TestFolder;
  let store: BackupStore;
  beforeEach(async () => {
    folder = makeFolder();
    store = openStore(folder.path);
    for (const day of [20, 21, 22, 23]) await writeBackup(day);
    return () => folder.remove();
  });

  const idOf = (day: number) => `202611${day}T080000Z-0000000${day % 10}`;
  async function writeBackup(day: number): Promise<void> {
    await writeSealed(store, idOf(day), manifestPath, {
      format: archiveFormat,
      id: idOf(day),
      kind: 'portable',
      takenAt: `2026-11-${day}T08:00:00.000Z`,
      seconds: 1,
      catb: '0.1.0',
      postgres: '18.4',
      database: 'catb',
      migrationVersion: '1',
      compression: 'gzip',
      recipients: [],
      tables: [],
      rows: 0,
      bytes: 0,
      files: [],
      leftOut: [],
    });
  }
  const ids = async () => (await listBackups(store)).map(({ id }) => id);

  it('removes nothing on a dry run, and what it said in earnest', async () => {
    await writeSealed(store, idOf(20), proofPath, { provenAt: '2026-11-20T09:00:00.000Z' });
    const options = { store, keep: keep(2, 0, 0) };
    const said = await pruneBackups({ ...options, dryRun: true });
    expect(said).toMatchObject({ removed: [idOf(21)], kept: [idOf(23), idOf(22), idOf(20)] });
    expect(await ids()).toHaveLength(4);
    expect(await pruneBackups(options)).toEqual(said);
    expect(await ids()).toEqual([idOf(23), idOf(22), idOf(20)]);
    expect(await store.folders()).toHaveLength(3);
  });

  it('removes what was never finished once nobody has written to it for a day', async () => {
    const leave = (id: string, daysAgo: number) => {
      mkdirSync(path.join(folder.path, id, 'data'), { recursive: true });
      const file = path.join(folder.path, id, 'data', 'public.messages.0001.copy.gz.unfinished');
      writeFileSync(file, 'half');
      utimesSync(file, new Date(), new Date(Date.now() - daysAgo * 86_400_000));
    };
    leave('20261119T080000Z-aaaaaaaa', 2);
    leave('20261123T090000Z-bbbbbbbb', 0.5);
    expect(await ids()).toHaveLength(4);
    const { unfinished } = await pruneBackups({ store, keep: keep(9, 0, 0) });
    expect(unfinished).toEqual(['20261119T080000Z-aaaaaaaa']);
    expect(await store.folders()).toHaveLength(5);
  });

  it('leaves one alone whose manifest can not be read, and names it', async () => {
    writeFileSync(path.join(folder.path, idOf(20), manifestPath), '{}');
    const report = await pruneBackups({ store, keep: keep(1, 0, 0) });
    expect(report).toMatchObject({ unreadable: [idOf(20)], removed: [idOf(22), idOf(21)] });
    expect(await store.folders()).toHaveLength(2);
  });
});
