import { createTestDatabase, type TestDatabase } from '@catb/database/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withTarget } from '../target/open-target.ts';
import { renderDifference } from './compare-objects.ts';
import { findDrift, type Drift } from './find-drift.ts';

let database: TestDatabase;
let clean: Drift;
let drifted: Drift;

beforeAll(async () => {
  database = await createTestDatabase();
  clean = await withTarget(database.url, findDrift);
  await database.pool.query(
    `drop index public.audit_log_session;
     create table public.by_hand (id integer primary key);
     alter table public.feedback disable row level security;
     grant insert on public.messages to anon;
     comment on table public.sessions is 'Changed by hand.';
     create schema realtime; create table realtime.of_the_platform (id int);
     delete from supabase_migrations.schema_migrations where version = '20261122001000'`,
  );
  drifted = await withTarget(database.url, findDrift);
});

afterAll(() => database.drop());

it('what the migrations make has no drift', () => {
  expect(clean).toEqual({
    ok: true,
    migrations: [],
    differences: [],
    majors: { expected: 18, live: 18 },
  });
});

it.each([
  ['index public.audit_log_session', 'missing'],
  ['table public.by_hand', 'new'],
  ['table public.feedback', 'changed'],
  ['grant on table public.messages to anon', 'changed'],
  ['comment on table public.sessions', 'changed'],
])('%s is %s', (object, change) => {
  expect(drifted.ok).toBe(false);
  expect(drifted.differences).toContainEqual(expect.objectContaining({ object, change }));
});

it('a difference shows both definitions', () => {
  const difference = drifted.differences.find(
    ({ object }) => object === 'grant on table public.messages to anon',
  );
  expect(difference && renderDifference(difference)).toEqual([
    '- grant on table public.messages to anon: select by postgres',
    '+ grant on table public.messages to anon: insert by postgres, select by postgres',
  ]);
});

it('a migration that is not recorded is told, and what the platform owns is not', () => {
  expect(drifted.migrations).toMatchObject([{ version: '20261122001000', state: 'pending' }]);
  expect(JSON.stringify(drifted.differences)).not.toContain('realtime');
});
