/** The .sql files of this folder. Written by scripts/embed-sql.mjs: edit them, not this. */
export const sql = {
  auditedObjects: `-- What every rule looks at, put in front of its query: $1 the exposed schemas, $2 the outsiders.
-- Left out: PostgreSQL's schemas, those Supabase manages, and whatever belongs to an extension.
with outsiders as (
    select coalesce(r.oid, 0::pg_catalog.oid) as role, o.name
    from pg_catalog.unnest($2::pg_catalog.text[]) as o (name)
    left join pg_catalog.pg_roles as r on r.rolname = o.name
),
schemas as (
    select n.oid, n.nspname, n.nspname = any ($1::pg_catalog.text[]) as exposed, n.nspacl, n.nspowner
    from pg_catalog.pg_namespace as n
    where n.nspname = any ($1::pg_catalog.text[])
        or not (
            n.nspname ~ '^pg_'
            or n.nspname in ('information_schema', 'extensions', 'supabase_migrations')
            or n.nspname in (
                'auth', 'storage', 'realtime', '_realtime', 'vault', 'graphql', 'graphql_public', 'net',
                'cron', 'pgbouncer', 'pgsodium', 'pgsodium_masks', 'supabase_functions', '_supabase', '_analytics'
            )
            and pg_catalog.pg_get_userbyid(n.nspowner) ~ '^(supabase_|pgbouncer$)'
            or exists (
                select
                from pg_catalog.pg_depend as d
                where d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
                    and d.objid = n.oid
                    and d.deptype = 'e'
            )
        )
),
relations as (
    select
        c.oid, c.relname, c.relkind, c.relnamespace, c.relowner, c.relrowsecurity, c.relforcerowsecurity,
        c.relispartition, c.reloptions, c.relpersistence, c.relpages, c.reltuples, c.relfrozenxid, c.relacl,
        s.nspname,
        s.exposed,
        pg_catalog.format('%I.%I', s.nspname, c.relname) as object
    from pg_catalog.pg_class as c
    join schemas as s on s.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f')
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and d.objid = c.oid
                and d.deptype = 'e'
        )
),
functions as (
    select
        p.oid, p.proname, p.pronamespace, p.proowner, p.prokind, p.prosecdef, p.provolatile, p.proconfig,
        p.prosqlbody is not null as has_sql_body, p.proacl,
        l.lanname,
        s.nspname,
        s.exposed,
        p.oid::pg_catalog.regprocedure::pg_catalog.text as object
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_language as l on l.oid = p.prolang
    join schemas as s on s.oid = p.pronamespace
    where not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
            and d.objid = p.oid
            and d.deptype in ('e', 'i')
    )
)`,
  findBlindSpots: `-- What the role that looks is not shown: statistics of columns, and where sequences stand.
select spot.text
from (
    select
        1 as place,
        pg_catalog.format(
            'The statistics of %s tables are hidden from role %s: table-bloat knows nothing of them.',
            pg_catalog.count(*), current_user
        ) as text
    from relations as r
    where r.relkind in ('r', 'm')
        and not pg_catalog.has_table_privilege(r.oid, 'select')
    having pg_catalog.count(*) > 0
    union all
    select
        2,
        pg_catalog.format(
            '%s sequences are hidden from role %s: sequence-near-end knows nothing of them.',
            pg_catalog.count(*), current_user
        )
    from pg_catalog.pg_class as c
    join schemas as s on s.oid = c.relnamespace
    where case c.relkind when 'S' then not pg_catalog.has_sequence_privilege(c.oid, 'usage, select') end
    having pg_catalog.count(*) > 0
    union all
    select
        3,
        pg_catalog.format('Settings are hidden from role %s: all-statements-logged did not run.', current_user)
    where not exists (select from pg_catalog.pg_settings as p where p.name = 'log_statement')
) as spot
order by spot.place`,
  readScope: `-- Which schemas an HTTP interface shows and which roles come in from outside, as far as the server knows.
select
    pg_catalog.regexp_split_to_array(
        nullif(pg_catalog.btrim(coalesce(
            nullif(pg_catalog.current_setting('pgrst.db_schemas', true), ''),
            (
                select pg_catalog.split_part(s.setting, '=', 2)
                from pg_catalog.pg_db_role_setting as d
                cross join lateral pg_catalog.unnest(d.setconfig) as s (setting)
                left join pg_catalog.pg_roles as r on r.oid = d.setrole
                where s.setting like 'pgrst.db\\_schemas=%'
                    and (d.setrole = 0 or r.rolname = 'authenticator')
                    and d.setdatabase in (
                        0,
                        (select b.oid from pg_catalog.pg_database as b where b.datname = pg_catalog.current_database())
                    )
                order by d.setdatabase desc, d.setrole desc
                limit 1
            )
        )), ''),
        '\\s*,\\s*'
    ) as shown,
    array(select n.nspname::text from pg_catalog.pg_namespace as n) as schemas,
    array(select r.rolname::text from pg_catalog.pg_roles as r) as roles,
    array(
        select r.rolname::text
        from pg_catalog.pg_roles as r
        where r.rolname in ('anon', 'authenticated')
        order by r.rolname
    ) as supabase,
    array(
        select distinct r.rolname::text
        from pg_catalog.pg_roles as r
        where not r.rolsuper
            and not r.rolbypassrls
            and r.rolname !~ '^pg_'
            and r.oid <> (select b.datdba from pg_catalog.pg_database as b where b.datname = pg_catalog.current_database())
            and (
                exists (select from pg_catalog.pg_policy as p where r.oid = any (p.polroles))
                or exists (
                    select
                    from pg_catalog.pg_auth_members as m
                    join pg_catalog.pg_roles as a on a.oid = m.member
                    where m.roleid = r.oid and a.rolname = 'authenticator'
                )
            )
            and not exists (select from pg_catalog.pg_class as c where c.relowner = r.oid)
        order by 1
    ) as discovered`,
} as const;
