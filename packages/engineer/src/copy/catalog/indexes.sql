-- Those of constraints come with them.
select
    'pg_class' as catalog,
    i.indexrelid::text as id,
    34 as stage,
    pg_catalog.format('index %s', i.indexrelid::pg_catalog.regclass) as object,
    pg_catalog.pg_get_indexdef(i.indexrelid) as script
from pg_catalog.pg_index as i
join pg_catalog.pg_class as c on c.oid = i.indrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_constraint as k
        where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
    )
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid in (i.indrelid, i.indexrelid)
            and d.deptype = 'e'
    )
