import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tryLock, withLock } from './lock.ts';
import { markOwnProcess } from './processes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'catb-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const plant = (content: string) => writeFileSync(path.join(folder, 'lock.7'), content);

describe('the lock of a data folder', () => {
  it('is held by one at a time, and leaves one file', async () => {
    let inside = 0;
    let most = 0;
    const visit = () =>
      withLock(folder, async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setTimeout(resolve, 2));
        inside--;
      });
    await Promise.all(Array.from({ length: 20 }, visit));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual(['lock.20']);
  });

  it('is given back when what was run throws', async () => {
    const failure = withLock(folder, () => Promise.reject(new Error('no')));
    await expect(failure).rejects.toThrow('no');
    expect(tryLock(folder)).toBeDefined();
  });

  it('of a process that has died is taken over', () => {
    const { pid } = spawnSync('true');
    plant(JSON.stringify({ pid, birth: 'long ago' }));
    expect(tryLock(folder)).toBeDefined();
    expect(readdirSync(folder)).toEqual(['lock.8']);
  });

  it('of a process whose number another one has by now is taken over', () => {
    plant(JSON.stringify({ ...markOwnProcess(), birth: 'at another time' }));
    expect(tryLock(folder)).toBeDefined();
  });

  it('of a living process is waited for, and then reported with its owner', async () => {
    plant(JSON.stringify(markOwnProcess()));
    expect(tryLock(folder)).toBeUndefined();
    await expect(withLock(folder, () => Promise.resolve(), 50)).rejects.toMatchObject({
      code: 'EMBEDDED_LOCKED',
      details: expect.stringContaining(`"pid":${process.pid}`) as string,
    });
  });

  it('that its owner has not signed yet is held', () => {
    plant('');
    expect(tryLock(folder)).toBeUndefined();
  });
});
