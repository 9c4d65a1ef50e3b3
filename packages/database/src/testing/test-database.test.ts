import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from './index.ts';

describe('an empty database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyDatabase();
  });
  afterAll(() => database.drop());

  async function valueOf(query: string): Promise<unknown> {
    const { rows } = await database.pool.query<{ value: unknown }>(`select ${query} as value`);
    return rows[0]?.value;
  }

  it('runs on the major that its project is named after', async () => {
    const version = Number(await valueOf(`current_setting('server_version_num')`));
    expect(Math.floor(version / 10_000)).toBe(inject('postgres').major);
  });

  it('is reached as postgres, which is no superuser', async () => {
    expect(await valueOf('current_user::text')).toBe('postgres');
    expect(await valueOf(`current_setting('is_superuser')`)).toBe('off');
  });

  it('has no migrations', async () => {
    expect(await valueOf(`to_regclass('supabase_migrations.schema_migrations')`)).toBeNull();
  });

  it('acts as a role with its claims and headers, and forgets what it did', async () => {
    await database.pool.query('create table public.notes (id int)');
    const seen = await database.as('anon', { sub: 'a' }, { 'x-session-token': 't' }, async (c) => {
      await c.query('insert into public.notes values (1)');
      const { rows } = await c.query<Record<string, string>>(
        `select current_user::text as role, current_setting('request.jwt.claims') as claims,
                current_setting('request.headers') as headers`,
      );
      return rows[0];
    });
    expect(seen).toEqual({
      role: 'anon',
      claims: '{"sub":"a"}',
      headers: '{"x-session-token":"t"}',
    });
    expect(await valueOf('(select count(*)::int from public.notes)')).toBe(0);
  });

  it('acts without claims, and reports what a role may not do', async () => {
    await database.pool.query('create table public.secrets (id int)');
    await database.pool.query('revoke all on public.secrets from anon');
    await expect(database.as('anon', (c) => c.query('table public.secrets'))).rejects.toThrow(
      'permission denied for table secrets',
    );
  });
});

describe('a test database', () => {
  it('has every migration, and is gone after drop', async () => {
    const database = await createTestDatabase();
    const { rows } = await database.pool.query<{ count: number }>(
      'select count(*)::int from supabase_migrations.schema_migrations',
    );
    expect(rows[0]?.count).toBeGreaterThan(0);
    await database.drop();
    const other = await createEmptyDatabase();
    const { rowCount } = await other.pool.query('select from pg_database where datname = $1', [
      database.name,
    ]);
    expect(rowCount).toBe(0);
    await other.drop();
  });

  it('is not seen by the next one', async () => {
    const one = await createTestDatabase();
    await one.pool.query('create table public.mine ()');
    const two = await createTestDatabase();
    const { rows } = await two.pool.query(`select to_regclass('public.mine') as found`);
    expect(rows).toEqual([{ found: null }]);
    await Promise.all([one.drop(), two.drop()]);
  });
});
