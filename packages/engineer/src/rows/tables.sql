-- The tables that get rows of their own: not partitions, and not what belongs to an extension.
select
    c.oid::text as id,
    n.nspname as schema,
    c.relname as name,
    c.oid::pg_catalog.regclass::text as quoted,
    c.relkind = 'p' as partitioned,
    exists (select from pg_catalog.pg_trigger as t where t.tgrelid = c.oid and not t.tgisinternal) as "hasTriggers",
    (
        select coalesce(pg_catalog.json_agg(a.attname order by k.place), '[]')
        from pg_catalog.pg_constraint as p
        cross join pg_catalog.unnest(p.conkey) with ordinality as k (attnum, place)
        join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = k.attnum
        where p.conrelid = c.oid and p.contype = 'p'
    ) as "primaryKey"
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.relkind in ('r', 'p')
    and not c.relispartition
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype = 'e'
    )
order by n.nspname, c.relname
