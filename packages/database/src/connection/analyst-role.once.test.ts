import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedPostgres } from '../embedded/index.ts';
import { prepareAnalystRole } from './analyst-role.ts';
import { prepareServerRole } from './server-role.ts';

// A server of its own: the role is one for all databases of a server, and here it is taken apart.
let dataDir: string;
let server: EmbeddedPostgres;
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'catb-test-analyst-'));
  server = await startEmbedded({ dataDir, settings: { fsync: 'off' } });
  await run(
    server.superuserUrl,
    `create role catb_server nologin noinherit; create role catb_analyst nologin noinherit;
     grant catb_server, catb_analyst to postgres with admin true;
     create role plain login password 'plain'`,
  );
});
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

const nothing = { CATB_ANALYST_DATABASE_URL: undefined };
const as = (user: string) => server.url.replace(/\/\/[^@]+@/, `//${user}:secret@`);

describe('the role of the analytics', () => {
  it('is prepared from the address of the owner, with a password of its own', async () => {
    const url = await prepareAnalystRole(server.url, nothing);
    expect(await run(url!, 'select session_user::text as who')).toEqual([{ who: 'catb_analyst' }]);
    expect(await prepareAnalystRole(server.url, nothing)).toBe(url);
    const other = new URL(await prepareServerRole(server.url));
    const passwords = [new URL(url!).password, other.password, new URL(server.url).password];
    expect(new Set(passwords).size).toBe(3);
  });

  it('is used as it is where the settings name it, and its password is left alone', async () => {
    await run(server.superuserUrl, `alter role catb_analyst login password 'secret'`);
    const given = as('catb_analyst');
    for (const databaseUrl of [server.url, as('catb_server')]) {
      expect(await prepareAnalystRole(databaseUrl, { CATB_ANALYST_DATABASE_URL: given })).toBe(
        given,
      );
    }
    expect(await run(given, 'select session_user::text as who')).toEqual([{ who: 'catb_analyst' }]);
  });

  it('is not there where the server has its own address only', async () => {
    expect(await prepareAnalystRole(as('catb_server'), nothing)).toBeNull();
  });

  it.each(['postgres', 'catb_server', 'service_role', 'catb_analyst2'])(
    'is not %s, which could read more',
    async (user) => {
      await expect(
        prepareAnalystRole(server.url, { CATB_ANALYST_DATABASE_URL: as(user) }),
      ).rejects.toMatchObject({
        code: 'SETTINGS_INVALID',
        message: expect.not.stringContaining('secret') as string,
      });
    },
  );

  it('can not be prepared by a user without the right', async () => {
    const url = server.url.replace(/\/\/[^@]+@/, '//plain:plain@');
    await expect(prepareAnalystRole(url, nothing)).rejects.toMatchObject({
      code: 'DATABASE_ROLE_UNUSABLE',
      hint: expect.stringContaining('CATB_ANALYST_DATABASE_URL') as string,
    });
  });
});
