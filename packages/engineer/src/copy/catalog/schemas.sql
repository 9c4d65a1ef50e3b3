-- A schema that an extension brings comes with the extension.
select
    'pg_namespace' as catalog,
    n.oid::text as id,
    0 as stage,
    pg_catalog.format('schema %I', n.nspname) as object,
    pg_catalog.format(
        'create schema if not exists %1$I; alter schema %1$I owner to %2$s',
        n.nspname,
        n.nspowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_namespace as n
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            and d.objid = n.oid
            and d.deptype = 'e'
    )
union all
select 'none', 'public', 0, 'schema public', 'drop schema public'
where not exists (select from pg_catalog.pg_namespace where nspname = 'public')
