/** `catb admin-key`: a key's life, from the command line. */
import { adminKeyName } from '@catb/database';
import { createTestDatabase, openServer, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, makeEmptyFolder, removeFolder, runCatb } from '../testing/run-catb.ts';

const cwd = makeEmptyFolder();
let database: TestDatabase;
let url: string;
const catb = (...args: string[]) =>
  runCatb(['admin-key', ...args], { cwd, env: { DATABASE_URL: url } });

beforeAll(async () => {
  database = await createTestDatabase();
  ({ url } = database);
});
afterAll(async () => {
  await database.drop();
  removeFolder(cwd);
});

async function whose(key: string): Promise<string | null> {
  const server = await openServer(database, 1);
  try {
    return await adminKeyName(server, key);
  } finally {
    await server.close();
  }
}

test('a key is made, listed, replaced and taken back', async () => {
  expect((await catb('list')).stdout).toMatch(/^There is none/);
  const created = await catb('create', 'dashboard', '--expires', '2999-01-01');
  expect(created.status).toBe(0);
  // The key alone, for a pipe.
  expect(created.stdout).toMatch(/^catb_admin_[A-Za-z0-9_-]{43}\n$/);
  const key = created.stdout.trim();
  expect(await whose(key)).toBe('dashboard');

  const listed = await catb('list', '--json');
  expect(documentOf(listed)).toMatchObject([
    { name: 'dashboard', state: 'valid', expiresAt: '2999-01-01T00:00:00.000Z' },
  ]);
  expect(listed.stdout).not.toContain(key.slice(11));

  const rotated = documentOf(await catb('rotate', 'dashboard', '--json')) as { key: string };
  expect(await whose(key)).toBeNull();
  expect(await whose(rotated.key)).toBe('dashboard');

  expect((await catb('revoke', 'dashboard')).stdout).toMatch(/^The key dashboard is revoked/);
  expect(await whose(rotated.key)).toBeNull();
  expect((await catb('list')).stdout).toMatch(/^dashboard +revoked +created \d{4}-/);
});

test.each([
  [['create', 'dashboard'], 1, 'admin_key_name_taken'],
  [['rotate', 'dashboard'], 1, 'admin_key_revoked'],
  [['rotate', 'nobody'], 1, 'admin_key_not_found'],
  [['revoke', 'nobody'], 1, 'admin_key_not_found'],
  [['create', 'No Name'], 2, 'admin_key_name_invalid'],
  [['create', 'late', '--expires', '2000-01-01'], 2, 'admin_key_expiry_invalid'],
  [['create', 'late', '--expires', 'tomorrow'], 2, 'COMMAND_INVALID'],
  [['create', 'late', '--expires', '2027-02-30T00:00'], 2, 'COMMAND_INVALID'],
])('%j ends with %d', async (args, status, code) => {
  const ended = await catb(...args, '--json');
  expect(ended.status).toBe(status);
  expect(documentOf(ended)).toMatchObject({ code });
});

test("the server's own address makes no keys", async () => {
  const server = await openServer(database, 1);
  const address = server.pool.options.connectionString ?? '';
  await server.close();
  const ended = await catb('create', 'mine', '--db-url', address, '--json');
  expect(ended.status).toBe(3);
  expect(documentOf(ended)).toMatchObject({ code: 'DATABASE_ROLE_UNUSABLE' });
});
