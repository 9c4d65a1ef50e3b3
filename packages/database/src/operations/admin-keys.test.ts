import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  connectAs,
  createTestDatabase,
  mustRefuse,
  openServer,
  permissionDenied,
  type TestDatabase,
} from '../testing/index.ts';
import type { Database } from '../connection/pool.ts';
import { adminKeyName } from './admin-key-name.ts';
import { createAdminKey } from './create-admin-key.ts';
import { listAdminKeys } from './list-admin-keys.ts';
import { revokeAdminKey } from './revoke-admin-key.ts';
import { rotateAdminKey } from './rotate-admin-key.ts';

let database: TestDatabase;
let owner: Database;
let server: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = { pool: database.pool, preparesStatements: true, close: () => Promise.resolve() };
  server = await openServer(database);
});
beforeEach(() => database.pool.query('delete from catb.admin_keys'));
afterAll(async () => {
  await server.close();
  await database.drop();
});

const tomorrow = () => new Date(Date.now() + 86_400_000);
const whose = (key: string) => adminKeyName(server, key);
const expire = (name: string) =>
  database.pool.query(`update catb.admin_keys set expires_at = now() where name = $1`, [name]);

describe('an admin key', () => {
  it('is shown once, known by its name from then on, and stored nowhere', async () => {
    const key = await createAdminKey(owner, { name: 'dashboard' });
    expect(key).toMatch(/^catb_admin_[A-Za-z0-9_-]{43}$/);
    expect(await whose(key)).toBe('dashboard');
    const { rows } = await database.pool.query<{ row: string }>(
      'select k::text as row from catb.admin_keys k',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(key.slice(11));
  });

  it('is one of several: each has its own name, and none is another’s', async () => {
    const keys = await Promise.all(
      ['one', 'two', 'three'].map((name) => createAdminKey(owner, { name })),
    );
    expect(new Set(keys).size).toBe(3);
    expect(await Promise.all(keys.map(whose))).toEqual(['one', 'two', 'three']);
  });

  it('is refused when it is unknown, wrong, malformed or none, in the same way', async () => {
    const key = await createAdminKey(owner, { name: 'dashboard' });
    const { rows } = await database.pool.query<{ hash: string }>(
      `select encode(key_sha256, 'base64') as hash from catb.admin_keys`,
    );
    for (const wrong of [
      `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`,
      key.slice(0, -1),
      `${key}A`,
      `${key}\n`,
      key.toUpperCase(),
      `catb_admin_${rows[0]!.hash.replaceAll('+', '-').replaceAll('/', '_').slice(0, 43)}`,
      `catb_admin_${'A'.repeat(43)}`,
      'dashboard',
      '',
      "' or 1=1 --",
      'x'.repeat(100_000),
    ]) {
      expect(await whose(wrong)).toBeNull();
    }
  });

  it('is replaced: the old one is refused at once, the new one has the same name and expiry', async () => {
    const expiresAt = tomorrow();
    const old = await createAdminKey(owner, { name: 'dashboard', expiresAt });
    const fresh = await rotateAdminKey(owner, { name: 'dashboard' });
    expect(fresh).not.toBe(old);
    expect([await whose(old), await whose(fresh)]).toEqual([null, 'dashboard']);
    expect(await listAdminKeys(owner)).toMatchObject([
      { name: 'dashboard', expiresAt, rotatedAt: expect.any(Date) as Date, state: 'valid' },
    ]);
  });

  it('is revoked for good: neither rotated nor made again under its name', async () => {
    const key = await createAdminKey(owner, { name: 'dashboard' });
    const since = await revokeAdminKey(owner, 'dashboard');
    expect(await whose(key)).toBeNull();
    expect(await revokeAdminKey(owner, 'dashboard')).toEqual(since);
    await expect(rotateAdminKey(owner, { name: 'dashboard' })).rejects.toMatchObject({
      code: 'admin_key_revoked',
    });
    await expect(createAdminKey(owner, { name: 'dashboard' })).rejects.toMatchObject({
      code: 'admin_key_name_taken',
    });
    expect(await listAdminKeys(owner)).toMatchObject([{ state: 'revoked', revokedAt: since }]);
  });

  it('expires: it is refused from then on, and lives on only with a new expiry', async () => {
    const key = await createAdminKey(owner, { name: 'dashboard', expiresAt: tomorrow() });
    await expire('dashboard');
    expect(await whose(key)).toBeNull();
    expect(await listAdminKeys(owner)).toMatchObject([{ state: 'expired' }]);
    await expect(rotateAdminKey(owner, { name: 'dashboard' })).rejects.toMatchObject({
      code: 'admin_key_expiry_invalid',
    });
    const fresh = await rotateAdminKey(owner, { name: 'dashboard', expiresAt: tomorrow() });
    expect(await whose(fresh)).toBe('dashboard');
  });

  it('can not be made with a bad name or a past expiry, nor changed where there is none', async () => {
    for (const name of ['', 'Dash', '-x', 'a b', "'; drop table", '<b>', 'a'.repeat(64), 'a\n']) {
      await expect(createAdminKey(owner, { name })).rejects.toMatchObject({
        code: 'admin_key_name_invalid',
        status: 400,
      });
    }
    await expect(
      createAdminKey(owner, { name: 'late', expiresAt: new Date(0) }),
    ).rejects.toMatchObject({ code: 'admin_key_expiry_invalid' });
    for (const change of [
      () => rotateAdminKey(owner, { name: 'nobody' }),
      () => revokeAdminKey(owner, 'nobody'),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 'admin_key_not_found', status: 404 });
    }
    expect(await listAdminKeys(owner)).toEqual([]);
  });

  it('is made once when two ask for the same name at once', async () => {
    const made = await Promise.allSettled(
      [1, 2, 3, 4].map(() => createAdminKey(owner, { name: 'dashboard' })),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('when a key was last used', () => {
  const lastUsed = async () => (await listAdminKeys(owner))[0]!.lastUsedAt;
  const rowVersion = async () =>
    (await database.pool.query<{ xmin: string }>('select xmin::text from catb.admin_keys')).rows;

  it('is written once a day, and not by a transaction that may not write', async () => {
    const key = await createAdminKey(owner, { name: 'dashboard' });
    await connectAs(database, 'catb_analyst', async (client) => {
      await client.query('set default_transaction_read_only = on');
      const { rows } = await client.query('select catb.admin_key_name($1) as name', [key]);
      expect(rows).toEqual([{ name: 'dashboard' }]);
    });
    expect(await lastUsed()).toBeNull();
    await whose(key);
    const first = await lastUsed();
    expect(first).toBeInstanceOf(Date);
    const before = await rowVersion();
    await Promise.all([whose(key), whose(key), whose(key)]);
    expect(await rowVersion()).toEqual(before);
    await database.pool.query(
      `update catb.admin_keys set last_used_at = now() - interval '2 days'`,
    );
    await whose(key);
    expect(Date.now() - (await lastUsed())!.getTime()).toBeLessThan(60_000);
  });
});

describe.each(['catb_server', 'catb_analyst', 'anon', 'authenticated', 'service_role'])(
  'acting as %s',
  (role) => {
    it('the keys can be neither read, made, replaced nor taken back', async () => {
      await createAdminKey(owner, { name: 'dashboard' });
      await connectAs(database, role, async (client) => {
        for (const attack of [
          'select name from catb.admin_keys',
          'select key_sha256 from catb.admin_keys',
          'update catb.admin_keys set revoked_at = null',
          'delete from catb.admin_keys',
          `insert into catb.admin_keys (name, key_sha256) values ('mine', sha256('x'))`,
          `select catb.create_admin_key('mine')`,
          `select catb.rotate_admin_key('dashboard')`,
          `select catb.revoke_admin_key('dashboard')`,
          'select catb.new_admin_key()',
        ]) {
          await mustRefuse(client.query(attack), permissionDenied);
        }
      });
    });
  },
);
