import { randomBytes } from 'node:crypto';
import { createEmptyDatabase, type TestDatabase } from '@catb/database/testing';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withTarget } from '../target/open-target.ts';
import { inspectDatabase } from './inspect-database.ts';
import { readActivity } from './read-activity.ts';

let database: TestDatabase;
let superuser: pg.Client;

beforeEach(async () => {
  database = await createEmptyDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

afterEach(async () => {
  await superuser.end();
  await database.drop();
});

it('five hundred tables take three seconds at most', async () => {
  await superuser.query(
    `do $$ begin
       for n in 1..500 loop
         execute format('create table t%s (id int primary key, a text)', n);
       end loop;
     end $$`,
  );
  const begun = performance.now();
  const { tables } = await withTarget(database.url, inspectDatabase);
  expect(tables).toHaveLength(500);
  expect(performance.now() - begun).toBeLessThan(3_000);
});

it('a role that may not see statistics is told what is missing, and by which right', async () => {
  const role = `looker_${randomBytes(4).toString('hex')}`;
  await superuser.query(
    `create role ${role} login password 'x';
     create table kept as select n from generate_series(1, 100) n;
     analyze kept;`,
  );
  const url = new URL(database.url);
  [url.username, url.password] = [role, 'x'];
  const [inspection, activity] = await withTarget(url.href, async (target) => [
    await inspectDatabase(target),
    await readActivity(target),
  ]);
  await superuser.query(`drop role ${role}`);
  expect(inspection.tables).toHaveLength(1);
  expect(inspection.measured.missing).toMatchObject([
    { what: expect.stringContaining('the bloat of 1 table') as string },
  ]);
  expect(activity.seesOthers).toBe(false);
});

it('a table that is held exclusively is sized without waiting for it', async () => {
  await superuser.query('create table held as select n from generate_series(1, 10000) n; analyze');
  await superuser.query('begin; lock table held in access exclusive mode');
  const { tables } = await withTarget(database.url, inspectDatabase);
  await superuser.query('rollback');
  expect(tables[0]?.measured.heapBytes).toBeGreaterThan(300_000);
});

it('a view that stays held exclusively is an error that says so', async () => {
  await superuser.query('create view held as select 1 as one');
  await superuser.query('begin; lock table held in access exclusive mode');
  await expect(withTarget(database.url, inspectDatabase)).rejects.toMatchObject({
    code: 'TARGET_LOCKED',
  });
  await superuser.query('rollback');
});

it('activity tells who waits for whom', async () => {
  const waiter = new pg.Client({ connectionString: database.superuserUrl });
  await waiter.connect();
  await superuser.query('create table wanted ()');
  await superuser.query('begin; lock table wanted');
  const waiting = waiter.query('begin; lock table wanted').catch((error: unknown) => error);
  await expect
    .poll(async () => (await withTarget(database.url, readActivity)).waitingLocks)
    .toMatchObject([{ waitsFor: 'public.wanted', mode: 'AccessExclusiveLock' }]);
  const activity = await withTarget(database.url, readActivity);
  await superuser.query('rollback');
  await waiting;
  await waiter.end();
  expect(activity.longestTransactions[0]?.state).toBe('idle in transaction');
});
