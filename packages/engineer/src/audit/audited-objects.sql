-- What every rule looks at, put in front of its query: $1 the exposed schemas, $2 the outsiders.
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
)
