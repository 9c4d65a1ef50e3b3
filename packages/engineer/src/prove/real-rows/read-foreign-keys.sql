-- Which columns refer to which: a foreign key of a partition is its parent's.
select
    pg_catalog.format('%I.%I', cn.nspname, c.relname) as child,
    pg_catalog.format('%I.%I', pn.nspname, p.relname) as parent,
    (
        select pg_catalog.array_agg(a.attname::text order by k.place)
        from pg_catalog.unnest(f.conkey) with ordinality as k (attnum, place)
        join pg_catalog.pg_attribute as a on a.attrelid = f.conrelid and a.attnum = k.attnum
    ) as child_columns,
    (
        select pg_catalog.array_agg(a.attname::text order by k.place)
        from pg_catalog.unnest(f.confkey) with ordinality as k (attnum, place)
        join pg_catalog.pg_attribute as a on a.attrelid = f.confrelid and a.attnum = k.attnum
    ) as parent_columns
from pg_catalog.pg_constraint as f
join pg_catalog.pg_class as c on c.oid = f.conrelid
join pg_catalog.pg_namespace as cn on cn.oid = c.relnamespace
join pg_catalog.pg_class as p on p.oid = f.confrelid
join pg_catalog.pg_namespace as pn on pn.oid = p.relnamespace
where f.contype = 'f'
    and f.conparentid = 0
    and not c.relispartition
