/** `catb backup`, as a person runs it, and killed at every stage. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  createEmptyDatabase,
  createTestDatabase,
  rowsMustMatch,
  sampleLine,
  type TestDatabase,
} from '@catb/database/testing';
import { listBackups, openStore } from '@catb/operations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  documentOf,
  makeEmptyFolder,
  removeFolder,
  runCatb,
  startCatb,
} from '../testing/run-catb.ts';

const cwd = makeEmptyFolder();
let database: TestDatabase;
const catb = (args: string[], url = database.url) =>
  runCatb(args, { cwd, env: { DATABASE_URL: url } });

beforeAll(async () => {
  database = await createTestDatabase();
  const lines = Array.from({ length: 2_000 }, (_, index) => sampleLine(`c${index}`));
  writeFileSync(path.join(cwd, 'all.jsonl'), lines.join('\n'));
  expect((await catb(['import', 'all.jsonl'])).status).toBe(0);
});
afterAll(async () => {
  await database.drop();
  removeFolder(cwd);
});

describe('a backup', () => {
  test('is made, listed, proven with the access suite, recorded, restored and pruned', async () => {
    const made = await catb(['backup', 'create', '--to', 'backups', '--json']);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const { id, rows } = documentOf(made) as { id: string; rows: number };
    expect(rows).toBeGreaterThan(8_000);

    const proven = await catb(['backup', 'verify', 'backups']);
    expect(proven.stdout).toMatch(/^Proven: \S+ restores on PostgreSQL 18, in /);
    expect(proven).toMatchObject({ status: 0 });
    expect((await catb(['backup', 'list', 'backups'])).stdout).toMatch(/ rows {2}proven 20/);
    await rowsMustMatch(
      database.pool,
      'select id, total_rows::int as rows, proven_at is not null as proven from catb.backup_runs',
      [{ id, rows, proven: true }],
    );

    const target = await createEmptyDatabase();
    try {
      const restored = await catb(['backup', 'restore', 'backups', '--json'], target.url);
      expect(documentOf(restored)).toMatchObject({ id, rows });
      const again = await catb(['backup', 'restore', 'backups'], target.url);
      expect(again.status).toBe(1);
      expect(again.stderr).toContain(`--overwrite ${target.name}`);
    } finally {
      await target.drop();
    }
    const pruned = await catb(['backup', 'prune', 'backups', '--dry-run']);
    expect(pruned).toMatchObject({ status: 0, stdout: 'Kept 1.\n' });
  }, 120_000);

  test.each([
    ['list', 's3://backups/mu'],
    ['create', '--to', 'backups', '--recipient', 'age1no'],
    ['verify', 'backups', '--identity', 'absent.txt'],
  ])('asked for wrongly is wrong use: %s %s', async (...args) => {
    expect((await catb(['backup', ...args])).status).toBe(2);
  });

  test('killed at any stage is never listed, and the next one is whole', async () => {
    const folder = path.join(cwd, 'killed');
    const files = () =>
      existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    for (const stage of ['data/', 'schema.sql', 'manifest.json.sha256']) {
      rmSync(folder, { recursive: true, force: true });
      const child = startCatb(['backup', 'create', '--to', 'killed'], {
        cwd,
        env: { DATABASE_URL: database.url },
      });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      while (child.exitCode === null && !files().some((file) => file.includes(stage))) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      child.kill('SIGKILL');
      await ended;
      const finished = files().filter((file) => file.endsWith('/manifest.json'));
      expect(await listBackups(openStore(folder))).toHaveLength(finished.length);
    }
    expect((await catb(['backup', 'create', '--to', 'killed'])).status).toBe(0);
    expect((await listBackups(openStore(folder)))[0]?.manifest?.rows).toBeGreaterThan(8_000);
  }, 120_000);

  test('killed while it is restored leaves nothing, and the next run is right', async () => {
    const target = await createEmptyDatabase();
    try {
      for (const delay of [500, 1_000]) {
        const child = startCatb(['backup', 'restore', 'backups'], {
          cwd,
          env: { DATABASE_URL: target.url },
        });
        const ended = new Promise((resolve) => child.once('exit', resolve));
        await new Promise((resolve) => setTimeout(resolve, delay));
        child.kill('SIGKILL');
        if ((await ended) === 0) break;
        await rowsMustMatch(target.pool, "select to_regclass('public.sessions') as it", [
          { it: null },
        ]);
      }
      const { status, stderr } = await catb(
        ['backup', 'restore', 'backups', '--overwrite', target.name],
        target.url,
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      await rowsMustMatch(target.pool, 'select count(*)::int from public.messages', [
        { count: 8_000 },
      ]);
    } finally {
      await target.drop();
    }
  }, 120_000);
});
