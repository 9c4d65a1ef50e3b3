-- The tables of a person's own schemas, with what a copy of their rows has to know.
select
    pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
    n.nspname || '.' || c.relname as plain_name,
    pg_catalog.pg_table_size(c.oid)::float8 as bytes,
    (pg_catalog.pg_relation_size(c.oid) / pg_catalog.current_setting('block_size')::bigint)::float8 as pages,
    pg_catalog.pg_has_role(c.relowner, 'usage') as is_owned,
    pg_catalog.has_table_privilege(c.oid, 'select') as is_readable,
    pg_catalog.pg_get_userbyid(c.relowner) as owner,
    coalesce((select o.rolbypassrls or o.rolsuper from pg_catalog.pg_roles as o where o.oid = c.relowner), false)
        as owner_bypasses_rls,
    pg_catalog.row_security_active(c.oid) and not exists (
        select
        from pg_catalog.pg_policy as p
        where p.polrelid = c.oid
            and p.polpermissive
            and p.polcmd in ('*', 'r')
            and pg_catalog.pg_get_expr(p.polqual, p.polrelid) = 'true'
            and (
                0 = any (p.polroles)
                or exists (
                    select from pg_catalog.unnest(p.polroles) as r(oid) where pg_catalog.pg_has_role(r.oid, 'usage')
                )
            )
    )
    or pg_catalog.row_security_active(c.oid) and exists (
        select from pg_catalog.pg_policy as p
        where p.polrelid = c.oid and not p.polpermissive and p.polcmd in ('*', 'r')
    ) as is_hidden,
    coalesce((
        select pg_catalog.array_agg(pg_catalog.quote_ident(a.attname) order by a.attnum)
        from pg_catalog.pg_attribute as a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            -- Of the history, what every tool that writes one has, or the migrator adds.
            and (
                n.nspname <> 'supabase_migrations'
                or a.attname in ('version', 'statements', 'name', 'rollback', 'created_by', 'idempotency_key')
            )
    ), '{}') as columns
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind = 'r'
    and c.relpersistence <> 't'
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and (n.nspname <> 'supabase_migrations' or c.relname = 'schema_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype = 'e'
    )
order by c.oid
