import {
  createAdminKey,
  openDatabase,
  revokeAdminKey,
  rotateAdminKey,
  type Database,
} from '@catb/database';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

const secret = 'a-secret-of-the-project-with-32-letters';
const paths = ['/metrics', '/analytics/summary'];

let database: TestDatabase;
let owner: Database;
let server: TestServer;
let address = 0;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase({ url: database.url, max: 1 });
  server = await startTestServer({
    database,
    settings: { CATB_ADMIN_KEY: 'the-key', SUPABASE_JWT_SECRET: secret, CATB_TRUST_PROXY: 1 },
  });
});
// Each test comes from an address of its own, with no refusals yet.
beforeEach(() => {
  address += 1;
});
afterAll(async () => {
  await server.stop();
  await owner.close();
  await database.drop();
});

const ask = (path: string, token?: string) =>
  server.request('GET', path, {
    headers: { 'x-forwarded-for': `10.0.0.${address}` },
    ...(token === undefined ? {} : { token }),
  });
const statuses = (token?: string) =>
  Promise.all(paths.map(async (path) => (await ask(path, token)).status));

const tokenOf = (claims: Record<string, unknown>) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));

const admitted = [200, 200];
const refused = [401, 401];

describe('what needs an admin key', () => {
  test('opens for the setting, a named key and an analyst’s token', async () => {
    const key = await createAdminKey(owner, { name: 'opens' });
    const jwt = await tokenOf({ role: 'catb_analyst', sub: 'ada' });
    for (const token of ['the-key', key, jwt]) expect(await statuses(token)).toEqual(admitted);
    const log = server.logLines.join('');
    for (const admin of ['setting', 'key:opens', 'jwt:ada'])
      expect(log).toContain(`"admin":"${admin}"`);
    for (const token of ['the-key', key, jwt]) expect(log).not.toContain(token);
  });

  test('refuses the rest in the same words, and lets nobody keep the answer', async () => {
    const expired = await createAdminKey(owner, { name: 'expired' });
    const revoked = await createAdminKey(owner, { name: 'revoked' });
    await database.pool.query(
      `update catb.admin_keys set expires_at = now() where name = 'expired'`,
    );
    await revokeAdminKey(owner, 'revoked');
    const answers = [];
    for (const token of [
      undefined,
      'the-keys',
      expired,
      revoked,
      `catb_admin_${'A'.repeat(43)}`,
      await tokenOf({ role: 'authenticated', user_metadata: { catb_role: 'catb_analyst' } }),
    ]) {
      const { status, headers, body } = await ask('/analytics/summary?from=nonsense', token);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('www-authenticate')).toBe('Bearer');
      answers.push(JSON.stringify([status, body]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^\[401,\{"code":"admin_key_refused"/);
  });

  test('refuses a key that was replaced or taken back at once', async () => {
    const old = await createAdminKey(owner, { name: 'rotates' });
    expect(await statuses(old)).toEqual(admitted);
    const fresh = await rotateAdminKey(owner, { name: 'rotates' });
    expect(await statuses(old)).toEqual(refused);
    expect(await statuses(fresh)).toEqual(admitted);
    await revokeAdminKey(owner, 'rotates');
    expect(await statuses(fresh)).toEqual(refused);
  });

  test('takes no session’s token, and no key as a session’s', async () => {
    const { sessionToken } = await server.newSession();
    expect(await statuses(sessionToken)).toEqual(refused);
    const key = await createAdminKey(owner, { name: 'session' });
    expect((await ask('/session/history', key)).status).toBe(401);
  });

  test('asks an address no more after ten refused keys, at once or one by one', async () => {
    const tries = Array.from({ length: 40 }, (_, n) =>
      ask(paths[n % 2]!, `catb_admin_${String(n).padStart(43, '0')}`),
    );
    const ended = (await Promise.all(tries)).map(({ status }) => status);
    expect(ended.filter((status) => status === 401)).toHaveLength(10);
    expect(ended.filter((status) => status === 429)).toHaveLength(30);
    const late = await ask('/analytics/summary', 'the-key');
    expect(late).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    // Those who talk to Mu have limits of their own, and others their own count.
    expect((await server.request('GET', '/metrics', { token: 'the-key' })).status).toBe(200);
    expect((await ask('/health')).status).toBe(200);
    expect((await server.request('POST', '/session/create')).status).toBe(201);
  });

  test('never refuses a good key for how often it comes', async () => {
    const many = await Promise.all(Array.from({ length: 60 }, () => ask('/metrics', 'the-key')));
    expect(many.filter(({ status }) => status !== 200)).toEqual([]);
  });
});

describe('without CATB_ADMIN_KEY', () => {
  test('the metrics are open on loopback, the figures are not', async () => {
    const open = await startTestServer({ database });
    try {
      expect((await open.request('GET', '/metrics')).status).toBe(200);
      expect((await open.request('GET', '/analytics/summary')).status).toBe(401);
      expect((await open.request('GET', '/analytics/summary', { token: 'the-key' })).status).toBe(
        401,
      );
    } finally {
      await open.stop();
    }
  });
});
