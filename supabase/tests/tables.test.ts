import {
  connectAs,
  createTestDatabase,
  mustRefuse,
  permissionDenied,
  rowsMustMatch,
  type TestDatabase,
} from '@catb/database/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedRelations, readableColumns, readersOfTables, roles } from './decisions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Everything that holds or shows rows, partitions and views included. */
const relations = `
  select c.oid, n.nspname || '.' || c.relname as name, c.relkind::text as kind,
         c.relrowsecurity as enabled, c.relforcerowsecurity as forced, c.relacl, c.relowner
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'catb') and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')`;

async function all<Row>(query: string): Promise<Row[]> {
  return (await database.pool.query(query)).rows as Row[];
}

describe('in the catalog', () => {
  it('every table, view and sequence has been decided about', async () => {
    const found = await all<{ name: string; kind: string }>(relations);
    expect(found.map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual(
      [
        ...Object.keys(readersOfTables).map((name) => `r ${name}`),
        ...Object.entries(closedRelations).map(([name, kind]) => `${kind} ${name}`),
      ].sort(),
    );
  });

  it('every table has row level security, forced', async () => {
    const found = await all<{ name: string; enabled: boolean; forced: boolean }>(
      `select * from (${relations}) r where r.kind in ('r', 'p')`,
    );
    expect(found.filter(({ enabled, forced }) => !enabled || !forced)).toEqual([]);
  });

  it('what is granted on a table is to read it, to whom it was decided', async () => {
    const granted = await all<{ entry: string }>(
      `select coalesce(r.rolname, 'public') || ' ' || acl.privilege_type || ' ' || rel.name as entry
       from (${relations}) rel, aclexplode(coalesce(rel.relacl,
         acldefault(case rel.kind when 'S' then 's' else 'r' end::"char", rel.relowner))) acl
       left join pg_roles r on r.oid = acl.grantee
       where acl.grantee <> rel.relowner`,
    );
    const decided = Object.entries(readersOfTables)
      .filter(([table]) => !(table in readableColumns))
      .flatMap(([table, readers]) => readers.map((role) => `${role} SELECT ${table}`));
    expect(granted.map(({ entry }) => entry).sort()).toEqual(decided.sort());
  });

  it('what is granted on a column is to read it, where it was decided', async () => {
    const granted = await all<{ entry: string }>(
      `select coalesce(r.rolname, 'public') || ' ' || acl.privilege_type || ' ' || rel.name
              || '.' || a.attname as entry
       from (${relations}) rel join pg_attribute a on a.attrelid = rel.oid, aclexplode(a.attacl) acl
       left join pg_roles r on r.oid = acl.grantee`,
    );
    const decided = Object.entries(readableColumns).flatMap(([table, columns]) =>
      readersOfTables[table]!.flatMap((role) =>
        columns.map((column) => `${role} SELECT ${table}.${column}`),
      ),
    );
    expect(granted.map(({ entry }) => entry).sort()).toEqual(decided.sort());
  });

  it('every reader has one policy, to read, that names his session once a statement', async () => {
    const policies = await all<{ entry: string; using: string }>(
      `select r.role || ' ' || p.cmd || ' ' || p.schemaname || '.' || p.tablename as entry, p.qual as using
       from pg_policies p, unnest(p.roles) as r(role)
       where r.role <> (select pg_get_userbyid(relowner) from pg_class where oid = 'public.messages'::regclass)`,
    );
    const decided = Object.entries(readersOfTables).flatMap(([table, readers]) =>
      readers.map((role) => `${role} SELECT ${table}`),
    );
    expect(policies.map(({ entry }) => entry).sort()).toEqual(decided.sort());
    for (const { using } of policies) {
      expect(using).toMatch(/^\((id|session_id) = \( SELECT catb\.current_session_id\(\)/);
    }
  });

  it('every table says what it is for', async () => {
    expect(
      await all(
        `select name from (${relations}) r where obj_description(r.oid, 'pg_class') is null`,
      ),
    ).toEqual([]);
  });

  it('nobody but the owner may create anything in a schema, and people do not see catb', async () => {
    const granted = await all<{ entry: string }>(
      `select r.role || ' ' || s.schema || ' ' || p.privilege as entry
       from unnest(array[${roles.map((role) => `'${role}'`).join()}]) r(role),
            unnest(array['public', 'catb']) s(schema), unnest(array['usage', 'create']) p(privilege)
       where has_schema_privilege(r.role, s.schema, p.privilege)`,
    );
    expect(granted.map(({ entry }) => entry).sort()).toEqual(
      [
        ...roles.map((role) => `${role} public usage`),
        'catb_analyst catb usage',
        'catb_server catb usage',
      ].sort(),
    );
  });

  it('statistics keep no sample of what a person wrote', async () => {
    expect(
      await all(
        `select a.attrelid::regclass::text || '.' || a.attname as column
         from pg_attribute a
         where (a.attrelid::regclass::text, a.attname) in (('messages', 'content'),
               ('preferences', 'cat_name'), ('preferences', 'conditions'), ('feedback', 'comment'),
               ('context_summaries', 'content'))
           and a.attstattarget is distinct from 0`,
      ),
    ).toEqual([]);
  });
});

describe('tried by each role, without a claim', () => {
  const writesTo = (table: string, column: string) => [
    `insert into ${table} default values`,
    `update ${table} set ${column} = ${column}`,
    `delete from ${table}`,
    `truncate ${table}`,
    `copy ${table} from stdin`,
    `do 'begin lock table ${table} in access exclusive mode; end'`,
    `create trigger mine after insert on ${table} execute function suppress_redundant_updates_trigger()`,
    `alter table ${table} disable row level security`,
    `create policy mine on ${table} using (true)`,
    `drop table ${table}`,
  ];

  it.each(roles)('%s gets no row out of a table and none into it', async (role) => {
    const firstColumns = await all<{ table: string; column: string }>(
      `select rel.name as table, a.attname as column
       from (${relations}) rel join pg_attribute a on a.attrelid = rel.oid and a.attnum = 1
       where rel.kind in ('r', 'p')`,
    );
    expect(firstColumns).toHaveLength(Object.keys(readersOfTables).length);
    await connectAs(database, role, async (client) => {
      for (const { table, column } of firstColumns) {
        const read = `select ${readableColumns[table]?.join() ?? '*'} from ${table}`;
        if (readersOfTables[table]!.includes(role)) await rowsMustMatch(client, read, []);
        else {
          await mustRefuse(client.query(read), permissionDenied);
          await mustRefuse(client.query(`copy ${table} to stdout`), permissionDenied);
        }
        for (const write of writesTo(table, column)) {
          await mustRefuse(client.query(write), permissionDenied);
        }
      }
    });
  });

  it.each(roles)('%s gets nothing out of a view or sequence', async (role) => {
    await connectAs(database, role, async (client) => {
      for (const [name, kind] of Object.entries(closedRelations)) {
        await mustRefuse(client.query(`select * from ${name}`), permissionDenied);
        const others =
          kind === 'S'
            ? [`select nextval('${name}')`, `select setval('${name}', 1)`]
            : [`delete from ${name}`, `refresh materialized view ${name}`, `drop view ${name}`];
        for (const query of others) await expect(client.query(query)).rejects.toThrow();
      }
    });
  });

  it.each(roles)('%s does not read the hash of a token, also not sideways', async (role) => {
    await connectAs(database, role, async (client) => {
      for (const query of [
        'select secret_sha256 from public.sessions',
        'select s from public.sessions s',
        'select count(s) from public.sessions s',
        `select id from public.sessions where secret_sha256 > '\\x00'`,
        'select id from public.sessions order by secret_sha256',
        'copy public.sessions (secret_sha256) to stdout',
      ]) {
        await mustRefuse(client.query(query), permissionDenied);
      }
    });
  });
});
