import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../connection/pool.ts';
import {
  createTestDatabase,
  mustRefuse,
  permissionDenied,
  type TestDatabase,
} from '../testing/index.ts';
import { backupAge } from './backup-age.ts';
import { proveBackup } from './prove-backup.ts';
import { recordBackup, type BackupRun } from './record-backup.ts';

let database: TestDatabase;
let owner: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase({ url: database.url, max: 2 });
});
beforeEach(() => database.pool.query('truncate catb.backup_runs'));
afterAll(async () => {
  await owner.close();
  await database.drop();
});

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
const run = (id: string, startedAt: Date, more: Partial<BackupRun> = {}): BackupRun => ({
  id,
  kind: 'portable',
  startedAt,
  migrationVersion: '20261125001000',
  rows: 10,
  bytes: 2_000,
  location: 's3://backups/mu',
  ...more,
});

describe('acting as the owner', () => {
  it('without a backup there is no age', async () => {
    expect(await backupAge(owner)).toEqual({
      lastBackupAt: null,
      lastBackupSeconds: null,
      lastProvenBackupAt: null,
      lastProvenBackupSeconds: null,
    });
  });

  it('the newest counts, and of the proven ones the newest', async () => {
    for (const hours of [50, 26, 2]) await recordBackup(owner, run(`b${hours}`, hoursAgo(hours)));
    expect(await proveBackup(owner, 'b50')).toBeInstanceOf(Date);
    await proveBackup(owner, 'b26');
    const age = await backupAge(owner);
    expect(Math.round((age.lastBackupSeconds ?? 0) / 3_600)).toBe(2);
    expect(Math.round((age.lastProvenBackupSeconds ?? 0) / 3_600)).toBe(26);
  });

  it('a clock that was set back gives no age below zero', async () => {
    await recordBackup(owner, run('tomorrow', hoursAgo(-24)));
    expect(await backupAge(owner)).toMatchObject({ lastBackupSeconds: 0 });
    await proveBackup(owner, 'tomorrow');
    expect(await backupAge(owner)).toMatchObject({ lastProvenBackupSeconds: 0 });
  });

  it('a backup that is recorded again is one backup', async () => {
    for (let times = 0; times < 2; times += 1) await recordBackup(owner, run('b', hoursAgo(1)));
    const { rows } = await database.pool.query('select id from catb.backup_runs');
    expect(rows).toEqual([{ id: 'b' }]);
  });

  it('the proof of an unknown one is refused, and a location with a password', async () => {
    await expect(proveBackup(owner, 'none')).rejects.toMatchObject({ code: 'backup_unknown' });
    await expect(
      recordBackup(owner, run('b', hoursAgo(1), { location: 'https://mu:secret@host/b' })),
    ).rejects.toMatchObject({ code: 'database_refused' });
  });
});

describe('acting as the server', () => {
  it('the age is told', async () => {
    await recordBackup(owner, run('b', hoursAgo(1)));
    const { rows } = await database.as('catb_server', (client) =>
      client.query('select last_backup_at is not null as told from catb.backup_age()'),
    );
    expect(rows).toEqual([{ told: true }]);
  });

  it.each([
    'select location from catb.backup_runs',
    "select catb.prove_backup('b')",
    "select catb.record_backup('x', 'portable', now(), '1', 1, 1, 'x')",
  ])('nothing else is: %s', async (statement) => {
    await mustRefuse(
      database.as('catb_server', (client) => client.query(statement)),
      permissionDenied,
    );
  });
});

describe('acting as anybody else', () => {
  it.each(['anon', 'authenticated', 'service_role'])('%s learns nothing', async (role) => {
    await mustRefuse(
      database.as(role, (client) => client.query('select catb.backup_age()')),
      permissionDenied,
    );
  });
});
