/** `catb db`, and `catb migrate` on its server, in an empty folder. */
import { appendFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { startEmbedded } from '@catb/database';
import { ask } from '@catb/database/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { documentOf, makeEmptyFolder, removeFolder, runCatb } from '../testing/run-catb.ts';

const cwd = makeEmptyFolder();
const catb = (...args: string[]) => runCatb(args, { cwd });

afterAll(async () => {
  await catb('db', 'stop');
  removeFolder(cwd);
});

describe('before it was ever started', () => {
  test('status says so, with 3, and makes nothing', async () => {
    expect(await catb('db', 'status')).toEqual({
      status: 3,
      stdout: 'PostgreSQL is not running.\n',
      stderr: '',
    });
    expect(existsSync(path.join(cwd, '.catb'))).toBe(false);
  });

  test('there is no url', async () => {
    const ended = await catb('db', 'url');
    expect(ended).toMatchObject({ status: 3, stdout: '' });
    expect(ended.stderr).toContain('Start it with: catb db start');
    expect(documentOf(await catb('db', 'url', '--json'))).toMatchObject({
      code: 'EMBEDDED_NOT_RUNNING',
    });
  });

  test('stop has nothing to do', async () => {
    expect(await catb('db', 'stop')).toMatchObject({
      status: 0,
      stdout: 'PostgreSQL was not running.\n',
    });
  });
});

// In the order of a day: each looks at what the one before has left.
describe('started', () => {
  let port = 0;

  test('it runs on after the command has ended', async () => {
    const started = await catb('db', 'start', '--json');
    expect(started.status).toBe(0);
    expect(documentOf(started)).toMatchObject({
      running: true,
      version: expect.stringMatching(/^18\./),
    });
  });

  test('status and url agree, and a client gets in', async () => {
    const status = await catb('db', 'status', '--json');
    expect(status.status).toBe(0);
    ({ port } = documentOf(status) as { port: number });
    expect(status.stdout).not.toContain('postgresql://');
    const url = (await catb('db', 'url')).stdout.trim();
    expect(new URL(url).port).toBe(String(port));
    expect(await ask(url, 'select current_user')).toBe('postgres');
  });

  test('a second start finds it', async () => {
    const { status, stdout } = await catb('db', 'start');
    expect(status).toBe(0);
    expect(stdout).toContain(`runs on port ${port} `);
  });

  test('migrations are pending, then proved, then applied', async () => {
    const pending = await catb('migrate', 'status');
    expect(pending.status).toBe(1);
    expect(pending.stdout).toMatch(/^\d{14} {2}pending {7}roles$/m);

    const proof = await catb('migrate', 'verify', '--json');
    expect(proof.status).toBe(0);
    expect(documentOf(proof)).toMatchObject({ ok: true, differences: [] });

    const up = await catb('migrate', 'up', '--json');
    const { applied } = documentOf(up) as { applied: string[] };
    expect(applied.length).toBeGreaterThan(9);
    expect((await catb('migrate', 'status')).status).toBe(0);
    expect(await catb('migrate', 'up')).toMatchObject({ status: 0, stdout: 'Nothing to apply.\n' });
  }, 120_000);

  test("a project's own folder is migrated too", async () => {
    const own = ['--directory', 'own'];
    const made = documentOf(await catb('migrate', 'new', 'add_breeds', ...own, '--json')) as {
      migration: string;
      rollback: string;
    };
    appendFileSync(path.resolve(cwd, made.migration), 'create table public.breeds (id integer);');
    appendFileSync(path.resolve(cwd, made.rollback), 'drop table public.breeds;');
    const verified = documentOf(await catb('migrate', 'verify', ...own, '--json'));
    expect(verified).toMatchObject({ ok: true, verified: [path.basename(made.migration)] });
    // The database has catb's migrations, which are not in this folder.
    const status = await catb('migrate', 'status', ...own);
    expect(status.status).toBe(1);
    expect(status.stdout).toContain('pending       add_breeds');
  });

  test('stop leaves it to those who use it, and says who they are', async () => {
    const mine = await startEmbedded({ dataDir: path.join(cwd, '.catb') });
    const { status, stdout } = await catb('db', 'stop');
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`once these processes have ended: ${process.pid}\\.`));
    expect((await catb('db', 'status')).status).toBe(0);
    await mine.stop();
    expect((await catb('db', 'status')).status).toBe(3);
  });

  test('stop stops it when nobody does', async () => {
    await catb('db', 'start');
    expect(await catb('db', 'stop', '--json')).toMatchObject({
      status: 0,
      stdout: '{"stopped":true,"heldBy":[]}\n',
    });
    expect((await catb('db', 'status')).status).toBe(3);
  });
});
