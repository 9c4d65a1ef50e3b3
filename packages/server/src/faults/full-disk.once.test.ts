import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { openSync, closeSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClient, type TestClient } from '../testing/test-client.ts';
import { startBackendProcess, type BackendProcess } from './backend-process.ts';
import { runQuery } from './conversations-must-be-whole.ts';
import { makeFaultFolder, postmasterOf, removeFaultFolder, until } from './fault-folder.ts';

const megabytes = 220;
const disk = makeFaultFolder();
const ballast = path.join(disk, 'ballast');
const canMount = mountDisk();

let backend: BackendProcess;
let client: TestClient;
let sessionToken: string;
/** Messages whose turn was answered, and those whose turn was refused. */
const stored: string[] = [];
const refused: { status: number; code: string; retryAfter: string | null }[] = [];

beforeAll(async () => {
  if (!canMount) return;
  backend = await startBackendProcess({
    CATB_DATA_DIR: path.join(disk, 'data'),
    CATB_MODEL: 'offline-guide',
    CATB_CONTEXT_MESSAGES: '1',
  });
  client = createTestClient(backend.url);
  ({ sessionToken } = await client.newSession());
}, 150_000);
afterAll(async () => {
  if (canMount) {
    resize(megabytes * 2);
    await backend?.end('SIGTERM');
    await removeFaultFolder(path.join(disk, 'data'));
    execFileSync('umount', [disk]);
  }
  rmSync(disk, { recursive: true, force: true });
}, 90_000);

describe.skipIf(!canMount)('a disk that is full (skipped where no tmpfs can be mounted)', () => {
  it('turns are refused with a status that says so, and the server lives on', async () => {
    for (let turn = 0; turn < 5; turn += 1) expect(await say()).toBe(200);
    fillDisk();
    await until('turns are refused', async () => (await say()) === 503, 60_000);
    expect((await client.request('GET', '/health')).status).toBe(200);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['database_full']));
    // What is there can still be read.
    expect(await contents()).toEqual(expect.arrayContaining(stored));
  }, 120_000);

  it('a PostgreSQL that could not even write its log comes back when there is room', async () => {
    const before = await postmasterOf(path.join(disk, 'data'));
    expect(before).toBeGreaterThan(0);
    fillDisk();
    // Each switch asks for a new file of 16 MB, until there is no room for one.
    await expect(
      (async () => {
        for (let round = 0; round < 20; round += 1) {
          await runQuery(
            backend.superuserUrl!,
            `select pg_logical_emit_message(false, 'fault', 'x'), pg_switch_wal()`,
          );
          fillDisk();
        }
      })(),
    ).rejects.toThrow();
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await say()).toBe(503);
    }
    expect(refused.every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true);
    expect(
      refused.every(({ code }) => code === 'database_full' || code === 'database_unavailable'),
    ).toBe(true);

    rmSync(ballast);
    resize(megabytes * 2);
    await until('turns are answered again', async () => (await say()) === 200, 60_000);
  }, 150_000);

  it('nothing that was acknowledged is lost, and nothing is corrupt', async () => {
    const kept = await contents();
    for (const message of stored) {
      expect(kept.filter((content) => content === message)).toHaveLength(1);
    }
    const url = backend.superuserUrl!;
    await runQuery(url, 'create extension if not exists amcheck schema extensions');
    const [heap] = await runQuery<{ faults: number; pages: number }>(
      url,
      `select count(f.msg)::int as faults, count(*)::int as pages
       from pg_class c
       left join lateral extensions.verify_heapam(c.oid) f on true
       where c.relkind in ('r', 't', 'm') and c.relpersistence = 'p'`,
    );
    expect(heap!.pages).toBeGreaterThan(50);
    expect(heap!.faults).toBe(0);
    const [indexes] = await runQuery<{ checked: number }>(
      url,
      `select count(extensions.bt_index_check(i.indexrelid, true)::text)::int as checked
       from pg_index i
       join pg_class c on c.oid = i.indexrelid
       join pg_am a on a.oid = c.relam
       where a.amname = 'btree' and c.relpersistence = 'p' and i.indisvalid`,
    );
    expect(indexes!.checked).toBeGreaterThan(50);
  }, 60_000);
});

/** Says something long that no compression makes shorter; returns the status. */
async function say(): Promise<number> {
  const message = `cat ${randomBytes(7_000).toString('base64url')}`;
  const { status, body, headers } = await client.chat(sessionToken, message);
  if (status === 200) stored.push(message);
  else refused.push({ status, code: body.code, retryAfter: headers.get('retry-after') });
  return status;
}

async function contents(): Promise<string[]> {
  return (await client.history(sessionToken)).map(({ content }) => content as string);
}

/** Writes until nothing more fits. */
function fillDisk(): void {
  const file = openSync(ballast, 'a');
  const block = Buffer.alloc(65_536);
  try {
    for (const size of [65_536, 4_096]) {
      try {
        for (;;) writeSync(file, block, 0, size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(file);
  }
}

function mountDisk(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    const size = `size=${megabytes}m,mode=755`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function resize(size: number): void {
  execFileSync('mount', ['-o', `remount,size=${size}m`, disk]);
}
