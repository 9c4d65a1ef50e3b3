import { Readable } from 'node:stream';
import {
  diffSnapshots,
  ensureHistory,
  migrateDown,
  takeSnapshot,
  withOwnConnection,
} from '@catb/database';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@catb/database/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../archive/manifest.ts';
import { createBackup } from '../create/create-backup.ts';
import { findBackup } from '../list-backups.ts';
import type { BackupStore } from '../store/backup-store.ts';
import { openStore } from '../store/open-store.ts';
import { makeFolder } from '../testing/backup-folder.ts';
import { fillDatabase } from '../testing/fill-database.ts';
import { restoreBackup } from './restore-backup.ts';

const folder = makeFolder();
let source: TestDatabase;
let store: BackupStore;
let manifest: Manifest;
const made: TestDatabase[] = [];

beforeAll(async () => {
  source = await createTestDatabase();
  await fillDatabase(source, 40);
  store = openStore(folder.path);
  manifest = await createBackup({ url: source.url, store });
});
afterAll(async () => {
  for (const database of [source, ...made]) await database.drop();
  folder.remove();
});

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  made.push(database);
  return database;
}

async function migratedDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  made.push(database);
  return database;
}

async function snapshotOf(database: TestDatabase) {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    return await takeSnapshot(client, { role: () => false });
  } finally {
    await client.end();
  }
}

const restoreInto = async (database: TestDatabase, more: { overwrite?: string } = {}) =>
  restoreBackup({ archive: await findBackup(store, undefined), url: database.url, ...more });

describe('into an empty database', () => {
  it('every object and every row come back', async () => {
    const target = await emptyDatabase();
    const report = await restoreInto(target);
    expect(report).toMatchObject({ id: manifest.id, rows: manifest.rows });
    expect(manifest.rows).toBeGreaterThan(200);
    const [before, after] = [await snapshotOf(source), await snapshotOf(target)];
    expect(diffSnapshots(before, after, 'all')).toEqual([]);
    expect(after.objects).toEqual(before.objects);
  });
});

describe('into a database that is not empty', () => {
  it('nothing is restored, until it is named', async () => {
    const target = await migratedDatabase();
    await target.pool.query('select public.create_session()');
    await expect(restoreInto(target)).rejects.toMatchObject({ code: 'RESTORE_TARGET_NOT_EMPTY' });
    await expect(restoreInto(target, { overwrite: source.name })).rejects.toMatchObject({
      code: 'RESTORE_TARGET_DIFFERS',
    });
    const before = await snapshotOf(target);
    await restoreInto(target, { overwrite: target.name });
    const after = await snapshotOf(target);
    expect(after.objects).toEqual(before.objects);
    expect(after.rows).toEqual((await snapshotOf(source)).rows);
  });

  it('of another schema nothing is restored, named or not', async () => {
    const target = await migratedDatabase();
    await migrateDown({ url: target.url });
    await expect(restoreInto(target, { overwrite: target.name })).rejects.toMatchObject({
      code: 'RESTORE_TARGET_DIFFERS',
    });
  });
});

describe('what interrupts it', () => {
  /** The archive, in which something happens to a file of this name when it is read. */
  async function archiveWith(name: string, happen: (content: Readable) => Promise<Readable>) {
    const archive = await findBackup(store, undefined);
    const read = async (file: string) => {
      const content = await store.read(file);
      return file.includes(name) ? await happen(content) : content;
    };
    return { ...archive, store: { ...store, read } };
  }

  it('a lost connection leaves nothing, and the next run is right', async () => {
    const target = await emptyDatabase();
    const archive = await archiveWith('public.sessions', async (content) => {
      await target.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'catb restore' and datname = current_database()`,
      );
      return content;
    });
    await expect(restoreBackup({ archive, url: target.url })).rejects.toMatchObject({
      code: 'RESTORE_FAILED',
    });
    expect((await snapshotOf(target)).rows.size).toBe(0);
    await restoreInto(target);
    expect((await snapshotOf(target)).rows).toEqual((await snapshotOf(source)).rows);
  });

  it.each(['flipped', 'cut off'])('a part that is %s leaves nothing, and is named', async (how) => {
    const target = await emptyDatabase();
    const archive = await archiveWith('public.messages', async (content) => {
      const bytes = Buffer.concat(await content.toArray());
      if (how === 'cut off') return Readable.from([bytes.subarray(0, 100)]);
      bytes[bytes.length - 12]! ^= 1;
      return Readable.from([bytes]);
    });
    await expect(restoreBackup({ archive, url: target.url })).rejects.toMatchObject({
      code: 'BACKUP_DAMAGED',
      message: expect.stringContaining('data/public.messages.0001.copy.gz') as string,
    });
    expect((await snapshotOf(target)).rows.size).toBe(0);
  });
});

describe('what a schema may have besides', () => {
  it('triggers, sequences, generated columns, views and comments come back', async () => {
    const [from, to] = [await emptyDatabase(), await emptyDatabase()];
    await withOwnConnection(from.url, 'test', (client) => ensureHistory(client));
    await from.pool.query(schema);
    await from.pool.query(
      "insert into supabase_migrations.schema_migrations (version, name, statements) values ('1', 'all', $1)",
      [[schema, 'create index concurrently child_parent on public.child (parent_id)']],
    );
    await from.pool.query('create index concurrently child_parent on public.child (parent_id)');
    await from.pool.query(rows);
    const made = openStore(`${folder.path}/besides`);
    await createBackup({ url: from.url, store: made });
    await restoreBackup({ archive: await findBackup(made, undefined), url: to.url });
    const [before, after] = [await snapshotOf(from), await snapshotOf(to)];
    expect(diffSnapshots(before, after, 'all')).toEqual([]);
    const { rows: states } = await to.pool.query(
      `select (select count(*)::int from public.log) as logged, nextval('public.state') as state,
              (select count(*)::int from public.totals) as totals`,
    );
    // The trigger fired for the row that was written, and not for the one that was restored.
    expect(states).toEqual([{ logged: 1, state: '43', totals: 1 }]);
  });
});

const schema = `
  create table public.parent (
      id bigint generated always as identity primary key,
      "Odd ""name""" text not null,
      shout text generated always as (upper("Odd ""name""")) stored,
      constraint name_once unique nulls not distinct ("Odd ""name""") deferrable initially deferred
  );
  comment on constraint name_once on public.parent is 'Each name once.';
  create table public.child (
      parent_id bigint not null references public.parent (id) on delete cascade,
      at timestamptz
  );
  create index child_at on public.child (at desc) where at is not null;
  comment on index public.child_at is 'By time.';
  create table public.empty ();
  create table public.log (id bigint);
  create sequence public.state;
  create function public.note() returns trigger language plpgsql as $f$
      begin insert into public.log values (new.parent_id); return new; end $f$;
  create trigger note after insert on public.child for each row execute function public.note();
  alter table public.child enable always trigger note;
  create materialized view public.totals as
      select p.id, count(*) from public.parent p group by p.id;
  create view public.grouped as
      select p.*, count(c.*) from public.parent p
      join public.child c on c.parent_id = p.id group by p.id;
  alter table public.parent enable row level security;
  alter table public.parent force row level security;
  create policy "The owner does all" on public.parent
      for all to current_user using (true) with check (true);`;
const rows = `
  insert into public.parent ("Odd ""name""") values (E'tab\\t \\\\ ''x''');
  insert into public.child select id, now() from public.parent;
  select setval('public.state', 42);
  refresh materialized view public.totals;`;
