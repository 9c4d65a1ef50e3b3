/** The restore that the manual describes, with Debian's psql, gzip and, where they are there, age. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { diffSnapshots, takeSnapshot, withOwnConnection } from '@catb/database';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBackup } from '../create/create-backup.ts';
import { openStore } from '../store/open-store.ts';
import { makeFolder } from '../testing/backup-folder.ts';
import { fillDatabase } from '../testing/fill-database.ts';

const isThere = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const hasPsql = isThere('psql') && isThere('gzip');
const hasAge = isThere('age');
if (!hasPsql) console.warn('Left out: the restore by hand; psql or gzip is not on this machine.');
else if (!hasAge)
  console.warn('Left out: the encrypted restore by hand; age is not on this machine.');

const folder = makeFolder();
let source: TestDatabase;
beforeAll(async () => {
  source = await createTestDatabase();
  await fillDatabase(source);
});
afterAll(async () => {
  await source.drop();
  folder.remove();
});

const snapshotOf = (database: TestDatabase) =>
  withOwnConnection(database.superuserUrl, 'test', (client) =>
    takeSnapshot(client, { role: () => false }),
  );

async function restoreByHand(id: string, environment: NodeJS.ProcessEnv = {}): Promise<void> {
  const target = await createEmptyDatabase();
  try {
    execFileSync('psql', [target.url, '--no-psqlrc', '--quiet', '-f', 'restore.sql'], {
      cwd: path.join(folder.path, id),
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [before, after] = [await snapshotOf(source), await snapshotOf(target)];
    expect(diffSnapshots(before, after, 'all')).toEqual([]);
  } finally {
    await target.drop();
  }
}

it.runIf(hasPsql)('psql and gzip alone bring every object and row back', async () => {
  const { id } = await createBackup({ url: source.url, store: openStore(folder.path) });
  await restoreByHand(id);
});

it.runIf(hasPsql)('a part that is damaged leaves nothing behind', async () => {
  const { id } = await createBackup({ url: source.url, store: openStore(folder.path) });
  writeFileSync(path.join(folder.path, id, 'data', 'public.messages.0001.copy.gz'), 'no gzip');
  const target = await createEmptyDatabase();
  try {
    expect(() =>
      execFileSync('psql', [target.url, '--no-psqlrc', '--quiet', '-f', 'restore.sql'], {
        cwd: path.join(folder.path, id),
        stdio: 'ignore',
      }),
    ).toThrow();
    const { rows } = await target.pool.query("select to_regclass('public.messages') as table");
    expect(rows).toEqual([{ table: null }]);
  } finally {
    await target.drop();
  }
});

it.runIf(hasPsql && hasAge)('with age too when it is encrypted', async () => {
  const identity = await generateIdentity();
  const recipients = [await identityToRecipient(identity)];
  const { id } = await createBackup({ url: source.url, store: openStore(folder.path), recipients });
  const file = path.join(folder.path, 'identity.txt');
  writeFileSync(file, `${identity}\n`);
  await restoreByHand(id, { CATB_IDENTITY: file });
});
