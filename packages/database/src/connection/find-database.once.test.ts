import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startEmbedded } from '../embedded/index.ts';
import { findDatabase } from './find-database.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'catb-find-'));
const dataDir = path.join(folder, 'data');
const settings = { CATB_DATA_DIR: dataDir, DATABASE_URL: undefined };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the address given comes first, then DATABASE_URL', async () => {
  const both = { ...settings, DATABASE_URL: 'postgresql://a@127.0.0.1/b' };
  expect(await findDatabase(both, 'postgresql://c@127.0.0.1/d')).toEqual({
    url: 'postgresql://c@127.0.0.1/d',
    isEmbedded: false,
  });
  expect(await findDatabase(both)).toEqual({
    url: 'postgresql://a@127.0.0.1/b',
    isEmbedded: false,
  });
});

test('the embedded server is found while it runs, and not started', async () => {
  expect(await findDatabase(settings)).toBeUndefined();
  expect(existsSync(dataDir)).toBe(false);
  const server = await startEmbedded({ dataDir, settings: { fsync: 'off' } });
  try {
    expect(await findDatabase(settings)).toEqual({ url: server.url, isEmbedded: true });
  } finally {
    await server.stop();
  }
  expect(await findDatabase(settings)).toBeUndefined();
});
