import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, EmbeddedFolders, smallSettings } from '../testing/embedded-folder.ts';
import { embeddedStatus, startEmbedded, stopEmbedded, type EmbeddedMajor } from './index.ts';
import { isAlive } from './processes.ts';

const major = inject('postgres').major as EmbeddedMajor;
const folders = new EmbeddedFolders(major);
beforeAll(() => folders.prepare());
afterEach(() => folders.clear());
afterAll(() => folders.remove());

describe('a second start', () => {
  it('joins the running server, and the last one out stops it', async () => {
    const asked = folders.options();
    const first = await folders.start(asked);
    const second = await folders.start(asked);
    expect(second).toMatchObject({ joined: true, pid: first.pid, url: first.url });
    await first.stop();
    expect(await ask(second.url, 'select 1')).toBe(1);
    await second.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(readdirSync(path.join(asked.dataDir, 'holders'))).toEqual([]);
  });

  it('at the same moment makes one server', async () => {
    const asked = folders.options();
    const servers = await Promise.all([1, 2, 3].map(() => folders.start(asked)));
    expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
    expect(servers.filter(({ joined }) => !joined)).toHaveLength(1);
    await Promise.all(servers.map((server) => server.stop()));
    expect(await embeddedStatus(asked.dataDir)).toMatchObject({ running: false });
  });

  it('after a stop has the same port, passwords and data', async () => {
    const asked = folders.options();
    const first = await folders.start(asked);
    await ask(first.url, 'create table public.kept as select 7 as value');
    await first.stop();
    await first.stop();
    const second = await folders.start(asked);
    expect(second).toMatchObject({ joined: false, url: first.url });
    expect(await ask(second.url, 'select value from public.kept')).toBe(7);
  });

  it('takes another port when the last one is taken, unless it was asked for', async () => {
    // Both folders are copies, so both remember the same port.
    const first = await folders.start(folders.options());
    const asked = folders.options();
    await expect(startEmbedded({ ...asked, port: first.port })).rejects.toMatchObject({
      code: 'EMBEDDED_START_FAILED',
      details: expect.stringContaining('could not bind') as string,
    });
    const second = await folders.start(asked);
    expect(second.port).not.toBe(first.port);
    expect(await ask(second.url, 'select 1')).toBe(1);
  });
});

describe('a server that is kept running', () => {
  it('outlives its holders until it is stopped', async () => {
    const asked = folders.options({ keepRunning: true });
    const server = await folders.start(asked);
    await server.stop();
    const { pid, port, url, version } = server;
    const status = await embeddedStatus(asked.dataDir);
    expect(status).toMatchObject({ running: true, major, pid, port, url, version });
    expect(Date.now() - Number(status.startedAt)).toBeLessThan(60_000);
    expect(await stopEmbedded(asked.dataDir)).toEqual({ stopped: true, heldBy: [] });
    expect(await embeddedStatus(asked.dataDir)).toMatchObject({ running: false });
    expect(await stopEmbedded(asked.dataDir)).toEqual({ stopped: false, heldBy: [] });
  });

  it('is not stopped while a process holds it', async () => {
    const asked = folders.options({ keepRunning: true });
    const server = await folders.start(asked);
    expect(await stopEmbedded(asked.dataDir)).toEqual({ stopped: false, heldBy: [process.pid] });
    expect(await ask(server.url, 'select 1')).toBe(1);
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });

  it('has no status and nothing to stop where no folder is', async () => {
    const dataDir = path.join(tmpdir(), 'catb-embedded-none');
    expect(await embeddedStatus(dataDir)).toEqual({ running: false, dataDir });
    expect(await stopEmbedded(dataDir)).toEqual({ stopped: false, heldBy: [] });
  });
});

describe('a start that can not be', () => {
  it('on the data of another major says which; without a wish it takes what is there', async () => {
    const asked = folders.options();
    await expect(startEmbedded({ ...asked, major: major === 18 ? 17 : 18 })).rejects.toMatchObject({
      code: 'EMBEDDED_DATA_FROM_OTHER_MAJOR',
      message: expect.stringContaining(`PostgreSQL ${major}`) as string,
    });
    const { dataDir } = asked;
    const server = await folders.start({ dataDir, settings: smallSettings });
    expect(server.major).toBe(major);
  });

  it('with a setting that PostgreSQL refuses repeats its words and leaves nothing', async () => {
    const asked = folders.options({ settings: { work_mem: 'plenty' } });
    await expect(startEmbedded(asked)).rejects.toMatchObject({
      code: 'EMBEDDED_START_FAILED',
      details: expect.stringContaining('work_mem') as string,
    });
    expect(readdirSync(path.join(asked.dataDir, 'holders'))).toEqual([]);
    expect(await folders.start({ ...asked, settings: smallSettings })).toMatchObject({ major });
  });

  it('with a setting on two lines, or a port that is none, is refused', async () => {
    const asked = folders.options({ settings: { work_mem: "1MB'\nfsync = 'off" } });
    await expect(startEmbedded(asked)).rejects.toMatchObject({ code: 'EMBEDDED_BAD_OPTIONS' });
    await expect(startEmbedded({ ...asked, port: 70_000 })).rejects.toMatchObject({
      code: 'EMBEDDED_BAD_OPTIONS',
    });
  });

  it('without the file that has the passwords, or with a broken one, says so', async () => {
    const asked = folders.options();
    const file = path.join(asked.dataDir, 'postgres.json');
    const content = readFileSync(file, 'utf8');
    writeFileSync(file, content.slice(0, 20));
    await expect(startEmbedded(asked)).rejects.toMatchObject({ code: 'EMBEDDED_STATE_LOST' });
    rmSync(file);
    await expect(startEmbedded(asked)).rejects.toMatchObject({ code: 'EMBEDDED_STATE_LOST' });
  });
});
