-- A materialized view that was filled in the target is filled here, from tables without rows.
select
    'pg_class' as catalog,
    c.oid::text as id,
    'rows' as part,
    90 as stage,
    c.oid::bigint as rank,
    pg_catalog.format('rows of materialized view %s', c.oid::pg_catalog.regclass) as object,
    pg_catalog.format('refresh materialized view %s', c.oid::pg_catalog.regclass) as script
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind = 'm'
    and c.relispopulated
    and n.nspname !~ '^pg_'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    )
