import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, EmbeddedFolders, smallSettings } from '../testing/embedded-folder.ts';
import type { EmbeddedMajor, EmbeddedPostgres } from './index.ts';

const major = inject('postgres').major as EmbeddedMajor;
const folders = new EmbeddedFolders(major);
let server: EmbeddedPostgres;

beforeAll(async () => {
  await folders.prepare();
  server = await folders.start({ dataDir: folders.empty(), major, settings: smallSettings });
});
afterAll(() => folders.remove());

describe('a first start', () => {
  it('makes a server of the major that was asked for', async () => {
    expect(server).toMatchObject({ major, joined: false });
    const number = Number(await ask(server.url, `select current_setting('server_version_num')`));
    expect(Math.floor(number / 10_000)).toBe(major);
    expect(await ask(server.url, 'show server_version')).toBe(server.version);
  });

  it('makes the roles of a new Supabase project, and a database that postgres owns', async () => {
    const roles = `select string_agg(concat_ws(' ', rolname, case when rolsuper then 'superuser' end,
      case when rolcanlogin then 'login' end, case when rolbypassrls then 'bypassrls' end,
      case when rolcreaterole then 'createrole' end), ', ' order by rolname)
      from pg_roles where rolname !~ '^pg_'`;
    expect(await ask(server.superuserUrl, roles)).toBe(
      'anon, authenticated, postgres login bypassrls createrole, ' +
        'service_role bypassrls, supabase_admin superuser login bypassrls createrole',
    );
    const owner = `select pg_get_userbyid(datdba)::text from pg_database where datname = 'catb'`;
    expect(await ask(server.url, owner)).toBe('postgres');
  });

  it('lets postgres act as anon and give anon away, but not be a superuser', async () => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('set role anon');
    await expect(client.query('create table public.more ()')).rejects.toThrow('permission denied');
    await client.query('reset role');
    await client.query('create role outsider');
    await client.query('grant anon to outsider');
    await expect(client.query('alter role postgres superuser')).rejects.toMatchObject({
      code: '42501',
    });
    await client.end();
  });

  it('gives anon what postgres makes in public, as Supabase does', async () => {
    await ask(server.url, 'create table public.notes (id int)');
    expect(await ask(server.url, `select has_table_privilege('anon', 'notes', 'delete')`)).toBe(
      true,
    );
    await ask(server.url, 'create extension pgcrypto with schema extensions');
  });

  it('listens on loopback only and wants a password', async () => {
    expect(await ask(server.url, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(server.url, 'show unix_socket_directories')).toBe('');
    const wrong = new URL(server.url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('keeps time in UTC and knows the letters of every language', async () => {
    expect(await ask(server.url, 'show timezone')).toBe('UTC');
    expect(await ask(server.url, `select upper('äé')`)).toBe('ÄÉ');
  });

  it('keeps passwords to the owner, and what people wrote out of the log', async () => {
    const { dataDir } = server;
    expect(statSync(path.join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
    await expect(ask(server.url, `select 'my cat is ill'::int`)).rejects.toThrow('my cat is ill');
    await server.stop();
    const logs = readdirSync(path.join(dataDir, 'log'));
    const text = logs.map((name) => readFileSync(path.join(dataDir, 'log', name), 'utf8')).join();
    expect(text).toContain('database system is shut down');
    expect(text).not.toContain('my cat is ill');
    expect(text).not.toContain(new URL(server.url).password);
  });

  it('that died after the roles and before the database is completed by the next', async () => {
    const dataDir = folders.used();
    const made = await folders.start({ dataDir, settings: smallSettings });
    await ask(made.superuserUrl.replace(/catb$/, 'postgres'), 'drop database catb with (force)');
    await made.stop();
    const file = path.join(dataDir, 'postgres.json');
    const state = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...state, bootstrapped: false }));
    const next = await folders.start({ dataDir, settings: smallSettings });
    expect(await ask(next.url, `select has_schema_privilege('anon', 'extensions', 'usage')`)).toBe(
      true,
    );
  });
});
