-- In the order in which they were made, which is one that respects what they require.
select
    e.oid::text as id,
    e.extname as name,
    e.extversion as version,
    n.nspname as schema,
    e.extowner::pg_catalog.regrole::text as owner,
    n.nspname !~ '^pg_' and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
            and d.objid = n.oid
            and d.deptype = 'e'
    ) as "inSchema"
from pg_catalog.pg_extension as e
join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
order by e.oid
