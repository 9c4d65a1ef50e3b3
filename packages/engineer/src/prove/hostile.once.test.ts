import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Failure } from './proof.ts';
import { openShop, type OpenShop } from './testing/open-shop.ts';
import { proveOnShop } from './testing/prove-on-shop.ts';

let shop: OpenShop;
const folder = mkdtempSync(path.join(tmpdir(), 'catb-hostile-'));
const target = path.join(folder, 'written-by-postgresql');

beforeAll(async () => (shop = await openShop()));
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

async function failureOf(sql: string, deadlineMs = 10_000): Promise<Failure | null> {
  const [file, rollback] = ['up.sql', 'down.sql'].map((name) => path.join(folder, name));
  writeFileSync(file!, sql);
  writeFileSync(rollback!, 'select 1;');
  const options = { rollback: rollback!, deadlineMs, skip: ['access' as const] };
  return (await proveOnShop(shop.server, file!, options)).failure;
}

describe('what reaches for the machine is refused', () => {
  it.each([
    ['reading a file', `select pg_catalog.pg_read_file('/etc/passwd');`],
    ['a large object from a file', `select pg_catalog.lo_import('/etc/passwd');`],
    ['copying from a program', `create table public.x (t text); copy public.x from program 'id';`],
    ['copying to a program', `copy (select 1) to program 'cat > ${target}';`],
    ['copying to a file', `copy (select 1) to '${target}';`],
    ['a language that may do anything', 'create extension plpython3u;'],
    ['a setting of the server', `alter system set shared_buffers = '1MB';`],
    ['becoming a superuser', 'alter role postgres superuser;'],
    ['acting as the superuser', 'set session authorization supabase_admin;'],
    ['dropping a database that is not its own', 'drop database shop;'],
    [
      'ending connections of others',
      `select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_catalog.pg_backend_pid();`,
    ],
  ])('%s', async (_what, sql) => {
    const failure = await failureOf(sql);
    expect(failure).toMatchObject({ during: 'up', kind: 'failed', sqlstate: '42501', left: [] });
    expect(existsSync(target)).toBe(false);
  });
});

describe('a migration that does not end', () => {
  it('is ended at the deadline, and what it held is told', async () => {
    const failure = await failureOf(
      'lock table public.orders in share mode;\ndo $$ begin loop perform 1; end loop; end $$;',
      700,
    );
    expect(failure).toMatchObject({ kind: 'deadline', line: 2, statement: 2, left: [] });
    expect(failure?.held).toContain('SHARE on public.orders');
  });

  it('is ended even if it catches its cancellation', async () => {
    const failure = await failureOf(
      `do $$ begin loop
         begin perform pg_catalog.pg_sleep(5); exception when query_canceled then null; end;
       end loop; end $$;`,
      500,
    );
    expect(failure).toMatchObject({ kind: 'deadline', left: [] });
  });

  it('and fills the disk is ended before it is full', async () => {
    const failure = await failureOf(
      `create table public.big (t text);
       alter table public.big alter column t set storage external;
       insert into public.big
       select pg_catalog.repeat(i::text, 2000000) from pg_catalog.generate_series(10, 1000) as i;`,
      20_000,
    );
    expect(failure).toMatchObject({ kind: 'disk', left: [] });
  });
});

describe('a migration that ends its own connection', () => {
  it('fails where it does so', async () => {
    const failure = await failureOf('select pg_catalog.pg_terminate_backend(pg_backend_pid());');
    expect(failure).toMatchObject({ sqlstate: '57P01', line: 1, left: [] });
  });

  it('or locks its owner out fails at the next one', async () => {
    const failure = await failureOf(`alter role postgres password 'another';`);
    expect(failure).toMatchObject({ during: 'down', kind: 'failed', sqlstate: '28P01' });
  });
});
