import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedPostgres } from '../embedded/index.ts';
import { isServerRoleUrl, prepareServerRole } from './server-role.ts';

// A server of its own: the role is one for all databases of a server, and here it is taken apart.
let dataDir: string;
let server: EmbeddedPostgres;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'catb-test-role-'));
  const settings = { fsync: 'off', log_statement: 'all', log_min_error_statement: 'error' };
  server = await startEmbedded({ dataDir, settings });
  await run(server.superuserUrl, 'create role catb_server nologin noinherit');
  await run(
    server.superuserUrl,
    `grant catb_server to postgres with admin true; create role plain login password 'plain'`,
  );
});
beforeEach(() => run(server.superuserUrl, 'alter role catb_server nologin password null'));
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function run<T extends pg.QueryResultRow>(url: string, query: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(query)).rows;
  } finally {
    await client.end();
  }
}

const whoIs = (url: string) => run<{ who: string }>(url, 'select session_user::text as who');

describe('the role of the API', () => {
  it('is prepared from the address of the owner, and the same again', async () => {
    const url = await prepareServerRole(server.url);
    expect(await whoIs(url)).toEqual([{ who: 'catb_server' }]);
    expect(await prepareServerRole(server.url)).toBe(url);
  });

  it('is prepared by two servers at once', async () => {
    for (let round = 0; round < 4; round += 1) {
      await run(server.superuserUrl, 'alter role catb_server nologin password null');
      const urls = await Promise.all(
        Array.from({ length: 4 }, () => prepareServerRole(server.url)),
      );
      expect(new Set(urls).size).toBe(1);
      expect(await whoIs(urls[0]!)).toEqual([{ who: 'catb_server' }]);
    }
  });

  it('has a password that is neither the owner’s nor in the log of statements', async () => {
    const url = new URL(await prepareServerRole(server.url));
    const owner = new URL(server.url);
    expect(url.password).not.toBe(owner.password);
    const folder = path.join(dataDir, 'log');
    const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.log'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('');
    expect(logs).toContain('alter role catb_server with login password');
    expect(logs).not.toContain(url.password);
  });

  it('is used as it is when the address names it', async () => {
    const url = server.url.replace(/\/\/[^@]+@/, '//catb_server:its-own@');
    expect(await prepareServerRole(url)).toBe(url);
    expect(isServerRoleUrl(url)).toBe(true);
    expect(isServerRoleUrl(url.replace('catb_server', 'catb_server.project'))).toBe(true);
    expect(isServerRoleUrl(server.url)).toBe(false);
  });

  it('can not be prepared by a user without the right, and it is told who that is', async () => {
    const url = server.url.replace(/\/\/[^@]+@/, '//plain:plain@');
    await expect(prepareServerRole(url)).rejects.toMatchObject({
      code: 'DATABASE_ROLE_UNUSABLE',
      message: expect.stringContaining('The user plain') as string,
    });
  });

  it('gets no password that everybody could know when the owner’s address has none', async () => {
    const url = server.url.replace(/:[^:@]+@/, '@');
    const ownPassword = process.env['PGPASSWORD'];
    process.env['PGPASSWORD'] = new URL(server.url).password;
    try {
      await expect(prepareServerRole(url)).rejects.toMatchObject({
        code: 'DATABASE_ROLE_UNUSABLE',
      });
    } finally {
      if (ownPassword === undefined) delete process.env['PGPASSWORD'];
      else process.env['PGPASSWORD'] = ownPassword;
    }
    const rows = await run<{ empty: boolean }>(
      server.superuserUrl,
      `select rolpassword is null as empty from pg_authid where rolname = 'catb_server'`,
    );
    expect(rows).toEqual([{ empty: true }]);
  });

  it('is told apart from a database that is not there', async () => {
    await expect(prepareServerRole('postgres://u:p@127.0.0.1:1/x')).rejects.toMatchObject({
      code: 'database_unavailable',
    });
  });
});
