import { describe, expect, it, vi } from 'vitest';
import { withTarget } from '../target/open-target.ts';
import { withSchemaCopy } from './copy-schema.ts';
import { compareCopy } from './testing/compare-copy.ts';
import { withFixtures } from './testing/with-fixtures.ts';
import { withClient } from './with-client.ts';

// Each test starts two servers.
vi.setConfig({ testTimeout: 90_000 });

/** What an extension that no throw-away server has would leave in the catalog. */
const unknownExtension = `
  create schema shapes;
  create type shapes.vec;
  create function shapes.vec_in(cstring) returns shapes.vec language internal immutable strict as 'textin';
  create function shapes.vec_out(shapes.vec) returns cstring language internal immutable strict as 'textout';
  create function shapes.vec_modifier(cstring[]) returns int language internal immutable strict as 'varchartypmodin';
  create type shapes.vec (input = shapes.vec_in, output = shapes.vec_out, typmod_in = shapes.vec_modifier, like = text);
  create function shapes.length_of(shapes.vec) returns int language sql immutable as 'select 1';
  insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
  values (90000, 'shapes', 10, 'shapes'::regnamespace, false, '1.0');
  insert into pg_depend (classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype)
  select 'pg_proc'::regclass, p.oid, 0, 'pg_extension'::regclass, 90000, 0, 'e'
  from pg_proc as p where p.pronamespace = 'shapes'::regnamespace
  union all
  select 'pg_type'::regclass, 'shapes.vec'::regtype, 0, 'pg_extension'::regclass, 90000, 0, 'e';
`;

describe('an extension that the throw-away server lacks', () => {
  it('is named, text stands in for its types, and what needs more is named as well', async () => {
    const script = `${unknownExtension}
      create table places (id int primary key, at shapes.vec(3) not null, many shapes.vec(3)[], note text);
      create index places_note on places (note);
      create view measured as select id, shapes.length_of(at) as size from places;
      create view on_measured as select size from measured;
      grant usage on schema shapes to anon; revoke execute on function shapes.length_of(shapes.vec) from public;
      comment on type shapes.vec is 'Gone with it.';`;
    await withFixtures(18, [script], (server) =>
      withTarget(server.superuserUrl, (target) =>
        withSchemaCopy(target, {}, async (copy) => {
          expect(copy.missing.map(({ object }) => object)).toEqual([
            'extension "shapes"',
            'view public.measured',
          ]);
          expect(copy.missing[1]?.reason).toContain('a view of the same columns');
          const columns = await withClient(copy.superuserUrl, (client) =>
            client.query<{ list: string }>(
              `select string_agg(column_name || ' ' || domain_name, ', ') as list
               from information_schema.columns where table_name = 'places' and domain_name is not null`,
            ),
          );
          expect(columns.rows[0]?.list).toBe('at vec');
          const diff = await compareCopy(server.superuserUrl, copy);
          expect(diff.filter((line) => line.includes('places_note'))).toEqual([]);
        }),
      ),
    );
  });
});

describe('a server whose superuser has another name, with a database called postgres', () => {
  it('comes out with both', async () => {
    const script = `create role other superuser login password 'x'`;
    await withFixtures(18, [script], async (server) => {
      const other = new URL(server.superuserUrl);
      [other.username, other.password] = ['other', 'x'];
      await withClient(other.href, (client) =>
        client.query('alter role supabase_admin rename to boss'),
      );
      const main = new URL(server.superuserUrl);
      [main.username, main.pathname] = ['boss', '/postgres'];
      await withClient(main.href, (client) =>
        client.query(`create table t (id int primary key); alter role anon rename to "No Body"`),
      );
      await withTarget(main.href, (target) =>
        withSchemaCopy(target, {}, async (copy) => {
          expect(copy.missing).toEqual([]);
          expect(copy.ownerUrl).toBe(copy.superuserUrl);
          expect(new URL(copy.superuserUrl).username).toBe('boss');
          expect(new URL(copy.superuserUrl).pathname).toBe('/postgres');
          expect(await compareCopy(main.href, copy)).toEqual([]);
        }),
      );
    });
  });
});

describe('roles and databases that keep people out', () => {
  it('are reached on the copy all the same', async () => {
    const script = `
      create role "Owner's" nologin connection limit 0 valid until '2001-01-01';
      alter role "Owner's" set session_preload_libraries = 'no_such_library';
      create database "Odd 'name' 🐱" owner "Owner's";
      revoke connect on database "Odd 'name' 🐱" from public`;
    await withFixtures(18, script.split(';'), async (server) => {
      const url = new URL(server.superuserUrl);
      url.pathname = `/${encodeURIComponent("Odd 'name' 🐱")}`;
      await withTarget(url.href, (target) =>
        withSchemaCopy(target, {}, async (copy) => {
          expect(copy.missing.map(({ object }) => object)).toEqual([
            `setting session_preload_libraries of role "Owner's"`,
          ]);
          const { rows } = await withClient(copy.ownerUrl, (client) =>
            client.query('select current_user::text as who, current_database()::text as "where"'),
          );
          expect(rows).toEqual([{ who: "Owner's", where: "Odd 'name' 🐱" }]);
        }),
      );
    });
  });
});
