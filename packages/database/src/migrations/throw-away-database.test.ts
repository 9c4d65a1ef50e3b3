import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../testing/embedded-folder.ts';
import { createEmptyDatabase, type TestDatabase } from '../testing/index.ts';
import { withThrowAwayDatabase } from './throw-away-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

/** Who may do what in schema public, now and by default. */
const privileges = `
  select jsonb_build_array(
    (select nspacl::text[] from pg_namespace where nspname = 'public'),
    (select jsonb_agg(jsonb_build_array(defaclobjtype, defaclacl::text[]) order by defaclobjtype)
     from pg_default_acl where defaclnamespace = 'public'::regnamespace))`;

test('it has the privileges that the embedded server, as Supabase, begins with', async () => {
  const expected = await ask(database.url, privileges);
  const found = await withThrowAwayDatabase(database.url, undefined, (url) => ask(url, privileges));
  expect(JSON.stringify(expected)).toContain('anon=arwd');
  expect(found).toEqual(expected);
});

test('it is gone afterwards, also when the work fails', async () => {
  let made = '';
  const failing = withThrowAwayDatabase(database.url, undefined, (url) => {
    made = new URL(url).pathname.slice(1);
    return Promise.reject(new Error('the work failed'));
  });
  await expect(failing).rejects.toThrow('the work failed');
  expect(made).toMatch(/^catb_throw_away_/);
  expect(
    await ask(database.url, `select count(*)::int from pg_database where datname = '${made}'`),
  ).toBe(0);
});
