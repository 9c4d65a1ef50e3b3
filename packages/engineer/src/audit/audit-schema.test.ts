import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAcceptedFindings } from '../findings/accept-findings.ts';
import { auditSchema, auditTransaction } from './audit-schema.ts';
import { auditRules } from './rules/index.ts';

const acceptedFile = fileURLToPath(
  new URL('../../../../supabase/accepted-findings.json', import.meta.url),
);

describe('catb’s own schema', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  test('is clean, but for what is accepted', async () => {
    const accepted = await readAcceptedFindings(path.normalize(acceptedFile));
    const report = await auditSchema(database.url, { accepted });
    expect(report.open).toEqual([]);
    const ofRules = accepted.filter(({ rule }) => auditRules.some(({ name }) => name === rule));
    expect(report.accepted).toHaveLength(ofRules.length);
    expect(report).toMatchObject({
      exposedSchemas: ['public'],
      outsiders: ['anon', 'authenticated'],
      blindSpots: [],
    });
  });

  test('an acceptance of what is not found is an error', async () => {
    const entry = { rule: 'unlogged-table', object: 'public.messages', reason: 'a cache, we said' };
    const { open } = await auditSchema(database.url, { accepted: [entry] });
    expect(open).toContainEqual(
      expect.objectContaining({ rule: 'accepted-finding-stale', object: 'public.messages' }),
    );
  });
});

describe('any database', () => {
  let database: TestDatabase;
  let superuser: pg.Client;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await database.drop();
  });

  async function inTransaction<T>(run: () => Promise<T>): Promise<T> {
    await superuser.query('begin');
    try {
      return await run();
    } finally {
      await superuser.query('rollback');
    }
  }

  /** With the address of this database for a role that was granted nothing. */
  async function withPlainRole(run: (url: string) => Promise<void>): Promise<void> {
    const role = `audit_${randomBytes(4).toString('hex')}`;
    await superuser.query(`create role ${role} login password 'x'`);
    try {
      const url = new URL(database.url);
      url.username = role;
      url.password = 'x';
      await run(url.href);
    } finally {
      await superuser.query(`drop role ${role}`);
    }
  }

  test('an empty one has no findings', async () => {
    expect((await auditSchema(database.url)).open).toEqual([]);
  });

  test('the schemas that PostgREST shows are the exposed ones', async () => {
    await inTransaction(async () => {
      await superuser.query(`set local pgrst.db_schemas = 'api, "odd"'`);
      const { exposedSchemas } = await auditTransaction(superuser);
      expect(exposedSchemas).toEqual(['api', '"odd"']);
    });
  });

  test('without Supabase’s roles, strangers are those whom policies name, or else everyone', async () => {
    await inTransaction(async () => {
      await superuser.query(
        'alter role anon rename to anon_gone; alter role authenticated rename to authenticated_gone',
      );
      expect((await auditTransaction(superuser)).outsiders).toEqual(['public']);
      await superuser.query(`
        create role web_visitor;
        create table public.pages (id bigint primary key);
        alter table public.pages enable row level security;
        grant select, delete on public.pages to web_visitor;
        create policy "All" on public.pages for delete to web_visitor using (true);
      `);
      const { outsiders, findings } = await auditTransaction(superuser);
      expect(outsiders).toEqual(['web_visitor']);
      expect(findings.map(({ rule }) => rule)).toEqual(['policy-always-true']);
    });
  });

  test.each([
    [{ schemas: ['nowhere'] }, 'nowhere'],
    [{ roles: ['nobody at all'] }, 'nobody at all'],
  ])('a schema or a role that is not there is an error that names it', async (options, name) => {
    await expect(auditSchema(database.url, options)).rejects.toMatchObject({
      code: 'AUDIT_SCOPE_UNKNOWN',
      message: expect.stringContaining(name) as string,
    });
  });

  test('a role that may not read the catalog is told what is missing', async () => {
    await withPlainRole(async (url) => {
      await superuser.query('revoke select on pg_catalog.pg_policy from public');
      await expect(auditSchema(url)).rejects.toMatchObject({
        code: 'TARGET_RIGHTS_MISSING',
        message: expect.stringContaining('pg_policy') as string,
      });
      await superuser.query('grant select on pg_catalog.pg_policy to public');
    });
  });

  test('a role that sees only a part is told which rules know less for it', async () => {
    await withPlainRole(async (url) => {
      await superuser.query('create table public.hidden (id serial primary key)');
      const { blindSpots } = await auditSchema(url);
      expect(blindSpots.join(' ')).toMatch(/1 tables.*table-bloat.*1 sequences/);
    });
  });
});
