import {
  connectAs,
  createTestDatabase,
  mustRefuse,
  permissionDenied,
  type TestDatabase,
} from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callersOfFunctions, roles } from './decisions.ts';

interface CatalogFunction {
  name: string;
  signature: string;
  isDefiner: boolean;
  settings: string[] | null;
  body: string;
  comment: string | null;
  isTrigger: boolean;
  callers: string[];
  /** A call with nulls of the right types. */
  call: string;
}

let database: TestDatabase;
let functions: CatalogFunction[];
beforeAll(async () => {
  database = await createTestDatabase();
  const { rows } = await database.pool.query<CatalogFunction>(
    `select n.nspname || '.' || p.proname as name, p.oid::regprocedure::text as signature,
            p.prosecdef as "isDefiner", p.proconfig as settings, p.prosrc as body,
            obj_description(p.oid, 'pg_proc') as comment,
            p.prorettype = 'trigger'::regtype as "isTrigger",
            array(
                select coalesce(r.rolname::text, 'public')
                from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
                left join pg_roles r on r.oid = acl.grantee
                where acl.grantee <> p.proowner order by 1) as callers,
            format('select %I.%I(%s)', n.nspname, p.proname, (
                select string_agg('null::' || format_type(t.type, null), ', ' order by t.position)
                from unnest(p.proargtypes) with ordinality t(type, position))) as call
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('public', 'catb')
     order by 1`,
  );
  functions = rows;
});
afterAll(() => database.drop());

describe('in the catalog', () => {
  it('every function may be executed by whom it was decided, and there is one of each name', () => {
    expect(functions.map(({ name, callers }) => [name, callers])).toEqual(
      Object.entries(callersOfFunctions)
        .map(([name, callers]) => [name, [...callers].sort()])
        .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    );
  });

  it('every function pins an empty search path and says what it does', () => {
    const careless = functions.filter(
      ({ settings, comment }) => !settings?.includes('search_path=""') || !comment,
    );
    expect(careless.map(({ signature }) => signature)).toEqual([]);
  });

  it('a function with the rights of its owner says why, in its body', () => {
    const definers = functions.filter(({ isDefiner }) => isDefiner);
    expect(definers.length).toBeGreaterThan(10);
    expect(definers.filter(({ body }) => !/-- security definer: \w/.test(body))).toEqual([]);
  });

  it('a function that somebody may execute has the rights of its owner', () => {
    const open = functions.filter(({ callers, isDefiner }) => callers.length > 0 && !isDefiner);
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('no body names a type without its schema: pg_temp would be searched first', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select typname as name from pg_type where typnamespace = 'pg_catalog'::regnamespace and typname ~ '^[a-z]'`,
    );
    // Words of SQL's grammar always mean the type of pg_catalog.
    const words = ['interval', 'numeric', 'bit', 'time', 'timestamp', 'record'];
    const names = rows.map(({ name }) => name).filter((name) => !words.includes(name));
    const type = `(${names.join('|')})\\b`;
    const patterns = [
      new RegExp(`::\\s*${type}`),
      new RegExp(`\\bcast\\s*\\([^)]*\\bas\\s+${type}`, 'i'),
      new RegExp(`^\\s*\\w+\\s+(constant\\s+)?${type}(\\[\\])?\\s*(;|:=|=|not null|default)`, 'im'),
    ];
    const careless = functions.filter(({ body }) => patterns.some((pattern) => pattern.test(body)));
    expect(careless.map(({ name }) => name)).toEqual([]);
    expect(patterns.map((p) => p.test('  v_id uuid := null;\n x::text; cast(x as jsonb)'))).toEqual(
      [true, true, true],
    );
  });
});

describe('called by each role', () => {
  it.each(roles)('%s is refused every function that was not given to it', async (role) => {
    const refused = functions.filter(
      ({ name, isTrigger }) => !isTrigger && !callersOfFunctions[name]!.includes(role),
    );
    expect(refused.length).toBeGreaterThan(15);
    await connectAs(database, role, async (client) => {
      for (const { call } of refused) {
        await mustRefuse(
          client.query(call),
          permissionDenied,
          /permission denied for (function|schema)/,
        );
      }
    });
  });

  it('nobody may use a trigger function for a table of his own', async () => {
    await connectAs(database, 'catb_server', async (client) => {
      await client.query('create temporary table mine ()');
      for (const { name } of functions.filter(({ isTrigger }) => isTrigger)) {
        await mustRefuse(
          client.query(`create trigger mine after insert on mine execute function ${name}()`),
          permissionDenied,
        );
      }
    });
  });
});
