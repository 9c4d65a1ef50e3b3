import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, EmbeddedFolders, until } from '../testing/embedded-folder.ts';
import { embeddedStatus, type EmbeddedMajor } from './index.ts';
import { isAlive } from './processes.ts';

const major = inject('postgres').major as EmbeddedMajor;
const folders = new EmbeddedFolders(major);
beforeAll(() => folders.prepare());
afterEach(() => folders.clear());
afterAll(() => folders.remove());

describe('a PostgreSQL that is killed', () => {
  it('comes back at the next start with what was committed', async () => {
    const asked = folders.options({ settings: { shared_buffers: '16MB' } });
    const server = await folders.start(asked);
    await ask(server.url, 'create table public.kept as select generate_series(1, 1000) as value');
    process.kill(server.pid, 'SIGKILL');
    await until(() => !isAlive(server.pid));
    const again = await folders.start(asked);
    expect(again).toMatchObject({ joined: false, port: server.port });
    expect(await ask(again.url, 'select count(*)::int from public.kept')).toBe(1000);
  });

  it('comes back although one of its backends is busy', async () => {
    const asked = folders.options();
    const server = await folders.start(asked);
    const busy = ask(server.url, 'select count(*) from generate_series(1, 1e12)').catch(
      () => 'cut',
    );
    const active = `select count(*)::int from pg_stat_activity
                    where query like '%1e12%' and pid <> pg_backend_pid()`;
    await until(async () => (await ask(server.superuserUrl, active)) === 1);
    process.kill(server.pid, 'SIGKILL');
    await until(() => !isAlive(server.pid));
    const again = await folders.start(asked);
    expect(await busy).toBe('cut');
    expect(await ask(again.url, 'select 1')).toBe(1);
  });

  it('is started again on the same port by a watch, as often as it takes', async () => {
    const events: string[] = [];
    const onEvent = ({ type }: { type: string }) => events.push(type);
    const server = await folders.start(folders.options({ watch: true, onEvent }));
    for (const round of [1, 2]) {
      const { pid } = server;
      process.kill(pid, 'SIGKILL');
      await until(() => server.pid !== pid);
      expect(await ask(server.url, `select ${round}`)).toBe(round);
    }
    expect(events).toEqual(['ended', 'restarted', 'ended', 'restarted']);
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });

  it('is tried again when the restart fails', async () => {
    const events: string[] = [];
    const onEvent = ({ type }: { type: string }) => events.push(type);
    const server = await folders.start(folders.options({ watch: true, onEvent }));
    const { pid, dataDir } = server;
    const file = path.join(dataDir, `postgres-${major}`, 'pg_hba.conf');
    const content = readFileSync(file, 'utf8');
    writeFileSync(file, 'nonsense');
    process.kill(pid, 'SIGKILL');
    await until(() => events.includes('restart-failed'));
    writeFileSync(file, content);
    await until(() => server.pid !== pid);
    expect(await ask(server.url, 'select 1')).toBe(1);
  });

  it('stays away when the watch was stopped', async () => {
    const server = await folders.start(folders.options({ watch: true }));
    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await embeddedStatus(server.dataDir)).toMatchObject({ running: false });
  });

  it('leaves a number that another process has by now, which is not mistaken for it', async () => {
    const asked = folders.options();
    const server = await folders.start(asked);
    const file = path.join(asked.dataDir, `postgres-${major}`, 'postmaster.pid');
    const left = readFileSync(file, 'utf8');
    await server.stop();
    // Another PostgreSQL may have the number too.
    const other = await folders.start(folders.options());
    for (const pid of [other.pid, process.pid]) {
      writeFileSync(file, left.replace(/^\d+/, String(pid)));
      expect(await embeddedStatus(asked.dataDir)).toMatchObject({ running: false });
    }
    const again = await folders.start(asked);
    expect(await ask(again.url, 'select 1')).toBe(1);
  });
});
