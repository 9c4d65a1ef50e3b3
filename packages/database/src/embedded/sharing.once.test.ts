import { execFileSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import {
  ask,
  EmbeddedFolders,
  smallSettings as settings,
  until,
} from '../testing/embedded-folder.ts';
import { EmbeddedProgram, type EmbeddedProcess } from '../testing/embedded-process.ts';
import { embeddedStatus, stopEmbedded, type EmbeddedMajor } from './index.ts';
import { isAlive } from './processes.ts';
import { blockingFolder, type Identity } from './reach.ts';
import { isRoot } from './run-as.ts';

// Up to four real first starts in a test, of 1 s each on an idle machine and 10 s on a busy one.
vi.setConfig({ testTimeout: 120_000 });

const major = inject('postgres').major as EmbeddedMajor;
const folders = new EmbeddedFolders(major);
const program = new EmbeddedProgram();
const children: ChildProcess[] = [];

function start(dataDir: string, more: object = {}, as?: Identity): EmbeddedProcess {
  const started = program.run({ dataDir, major, settings, ...more }, as);
  children.push(started.child);
  return started;
}

/** Whether a folder has an entry whose name begins so. */
function has(folder: string, beginning: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(beginning));
}

async function end(...processes: EmbeddedProcess[]): Promise<void> {
  for (const each of processes) each.tell('stop');
  expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual(processes.map(() => 0));
}

beforeAll(() => folders.prepare());
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await folders.clear();
});
afterAll(async () => {
  program.remove();
  await folders.remove();
});

describe('two processes', () => {
  it('that start at the same moment on a new folder share one server', async () => {
    const dataDir = folders.empty();
    const [one, two] = [start(dataDir), start(dataDir)];
    const [first, second] = await Promise.all([one.started, two.started]);
    expect(first.pid).toBe(second.pid);
    expect(first.joined).toBe(!second.joined);
    await end(one);
    expect(await ask(second.url, 'select 1')).toBe(1);
    await end(two);
    expect(isAlive(first.pid)).toBe(false);
  });

  it('share a server although one was killed, and the killed one holds nothing', async () => {
    const dataDir = folders.used();
    const killed = start(dataDir);
    const { pid, url } = await killed.started;
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toBe('SIGKILL');
    expect(await ask(url, 'select 1')).toBe(1);
    const next = start(dataDir);
    expect(await next.started).toMatchObject({ joined: true, pid });
    await end(next);
    expect(isAlive(pid)).toBe(false);
  });
});

describe('a process that ends', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s stops its server', async (signal) => {
    const holder = start(folders.used(), { signalHandlers: true });
    const { pid } = await holder.started;
    holder.child.kill(signal);
    expect(await holder.ended).toBe(signal);
    expect(isAlive(pid)).toBe(false);
  });

  it.each(['exit', 'finish'] as const)('by itself (%s) stops its server', async (order) => {
    const dataDir = folders.used();
    const holder = start(dataDir);
    const { pid } = await holder.started;
    holder.tell(order);
    expect(await holder.ended).toBe(0);
    expect(isAlive(pid)).toBe(false);
    const log = execFileSync('sh', ['-c', `cat ${path.join(dataDir, 'log')}/*`], {
      encoding: 'utf8',
    });
    expect(log.trimEnd()).toMatch(/database system is shut down$/);
  });

  it('by SIGTERM during its first start leaves nothing running', async () => {
    const dataDir = folders.empty();
    const holder = start(dataDir, { signalHandlers: true });
    await until(() => has(dataDir, 'initializing-'));
    holder.child.kill('SIGTERM');
    expect(await holder.ended).toBe('SIGTERM');
    expect(await embeddedStatus(dataDir)).toMatchObject({ running: false });
  });

  it('by kill -9 at any stage of its first start is followed by a whole one', async () => {
    const dataDir = folders.empty();
    const cluster = path.join(dataDir, `postgres-${major}`);
    for (const stage of [
      () => has(dataDir, 'postgres.json'),
      () => has(dataDir, 'initializing-'),
      () => has(cluster, 'catb.conf'),
      () => has(cluster, 'postmaster.pid'),
    ]) {
      const holder = start(dataDir);
      await until(stage);
      holder.child.kill('SIGKILL');
      await holder.ended;
    }
    const last = start(dataDir);
    expect(await ask((await last.started).url, 'select 1')).toBe(1);
    await end(last);
    expect(has(dataDir, 'initializing-')).toBe(false);
  });
});

describe.runIf(isRoot())('as root', () => {
  const nobody = { uid: 65534, gid: 65534 };

  it('PostgreSQL runs as somebody else', async () => {
    const server = await folders.start(folders.options());
    const user = execFileSync('ps', ['-o', 'uid=', '-p', String(server.pid)], { encoding: 'utf8' });
    expect(Number(user)).toBeGreaterThan(0);
  });

  it('a folder behind one that only root may pass is used and shared all the same', async () => {
    const closed = folders.empty();
    const dataDir = path.join(closed, 'deep', 'data');
    const holder = start(dataDir);
    const { url, pid } = await holder.started;
    expect(await ask(url, 'select 1')).toBe(1);
    const next = start(dataDir);
    expect(await next.started).toMatchObject({ joined: true, pid });
    await end(holder, next);
    expect(isAlive(pid)).toBe(false);
  });

  it('such a folder is refused with a hint by PostgreSQL 15, which can not get there', async () => {
    const dataDir = path.join(folders.empty(), 'data');
    await expect(start(dataDir, { major: 15 }).started).rejects.toThrow(
      'EMBEDDED_FOLDER_OUT_OF_REACH',
    );
  });

  const readable = !blockingFolder(import.meta.filename, nobody);
  it.runIf(readable)('an ordinary user starts, shares and stops a server too', async () => {
    const place = folders.empty();
    execFileSync('chown', [`${nobody.uid}:${nobody.gid}`, place]);
    const dataDir = path.join(place, 'data');
    const one = start(dataDir, {}, nobody);
    const first = await one.started;
    const two = start(dataDir, {}, nobody);
    expect(await two.started).toMatchObject({ joined: true, pid: first.pid });
    expect(await ask(first.url, 'select 1')).toBe(1);
    // Root finds it too, and leaves it to those that hold it.
    expect((await stopEmbedded(dataDir)).heldBy).toHaveLength(2);
    await end(one, two);
    expect(isAlive(first.pid)).toBe(false);
  });

  it.runIf(readable)('an ordinary user is told when the folder belongs to another', async () => {
    await expect(start(folders.empty(), {}, nobody).started).rejects.toThrow(
      'EMBEDDED_FOLDER_UNUSABLE',
    );
  });
});
