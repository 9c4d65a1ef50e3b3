import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { withTarget } from '../target/open-target.ts';
import { withSchemaCopy } from './copy-schema.ts';
import { compareCopy } from './testing/compare-copy.ts';
import { readFixture, withFixtures } from './testing/with-fixtures.ts';
import { withClient } from './with-client.ts';

const { major } = inject('postgres');
// Each test starts two servers.
vi.setConfig({ testTimeout: 90_000 });

async function valueOf(url: string, query: string): Promise<unknown> {
  return await withClient(url, async (client) => {
    const { rows } = await client.query<{ value: unknown }>(`select ${query} as value`);
    return rows[0]?.value;
  });
}

describe("catb's own schema", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('comes out the same, read as a role that is no superuser', async () => {
    const folder = await withTarget(database.url, (target) =>
      withSchemaCopy(target, {}, async (copy) => {
        expect(copy.missing).toEqual([]);
        expect(copy.major).toBe(major);
        const role = (name: string) =>
          /^(postgres|anon|authenticated|service_role|catb_.*)$/.test(name);
        expect(await compareCopy(database.superuserUrl, copy, { role })).toEqual([]);
        expect(await valueOf(copy.ownerUrl, 'current_user::text')).toBe('postgres');
        expect(await valueOf(copy.ownerUrl, `current_setting('is_superuser')`)).toBe('off');
        expect(await valueOf(copy.superuserUrl, `current_setting('is_superuser')`)).toBe('on');
        expect(await valueOf(copy.superuserUrl, 'current_database()')).toBe(database.name);
        expect(await valueOf(copy.ownerUrl, '(select count(*)::int from catb.error_codes)')).toBe(
          0,
        );
        return copy.dataDir;
      }),
    );
    expect(existsSync(folder)).toBe(false);
  });
});

const everyFixture = ['odd-names', 'roles-and-rights', 'partitions', 'circles', 'kinds'];

describe('a schema of odd names, rights, partitions, circles and one of every kind', () => {
  it('comes out the same, without passwords and addresses', async () => {
    const scripts = everyFixture.map((name) => readFixture(`copy/${name}`));
    await withFixtures(major, scripts, async (server) => {
      await withTarget(server.superuserUrl, (target) =>
        withSchemaCopy(target, {}, async (copy) => {
          expect(copy.missing).toEqual([]);
          expect(await compareCopy(server.superuserUrl, copy)).toEqual([]);
          const odd = `select 1 from pg_authid where rolname like 'copy%' and rolpassword is not null`;
          expect(await valueOf(copy.superuserUrl, `(${odd})`)).toBeNull();
          const options = `(select srvoptions::text from pg_foreign_server where srvname = 'elsewhere')`;
          expect(await valueOf(copy.superuserUrl, options)).not.toContain('example');
          const local = `(select string_agg(attname, ',' order by attnum) from pg_attribute
            where attrelid = 'child'::regclass and attnum > 0 and attislocal)`;
          expect(await valueOf(copy.superuserUrl, local)).toBe('toy');
        }),
      );
    });
  });
});
