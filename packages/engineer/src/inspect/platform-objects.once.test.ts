import { expect, test } from 'vitest';
import { isPlatformObject } from './platform-objects.ts';

test.each([
  'schema auth',
  'grant on schema "auth" to anon',
  'comment on schema storage',
  'column auth.users.id',
  'trigger on_new_user on auth.users',
  'policy "Anyone may look" on storage.objects',
  'grant on routine auth.uid() to anon',
  'default privileges of postgres in storage on tables to anon',
  'default privileges of supabase_admin in public on tables to anon',
  'extension pg_graphql',
  'extension "uuid-ossp"',
  'publication supabase_realtime',
  'event trigger pgrst_ddl_watch',
  'settings of anon in this database',
  'table supabase_migrations.schema_migrations',
])('%s is the platform’s', (object) => {
  expect(isPlatformObject(object)).toBe(true);
});

test.each([
  'schema public',
  'schema authors',
  'table public.auth',
  'table public."auth.users"',
  'function public.greet(auth.users)',
  'constraint "auth.is known" on public.cats',
  'policy "auth.uid() decides" on public.cats',
  'extension postgis',
  'publication mine',
  'event trigger mine',
  'default privileges of postgres in public on tables to anon',
  'table public.messages in publication supabase_realtime',
])('%s is the project’s', (object) => {
  expect(isPlatformObject(object)).toBe(false);
});
