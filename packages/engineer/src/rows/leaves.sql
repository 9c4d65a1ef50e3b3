-- The partitions that rows can go to, each with what a row must fulfil to go there.
select
    r.oid::text as "tableId",
    t.relid::oid::text as id,
    n.nspname as schema,
    c.relname as name,
    pg_catalog.pg_get_partition_constraintdef(t.relid) as expression,
    (
        select coalesce(pg_catalog.json_agg(a.relid::oid::text), '[]')
        from pg_catalog.pg_partition_ancestors(t.relid) as a
        where a.relid <> t.relid and a.relid <> r.oid
    ) as between,
    (
        select pg_catalog.json_agg(distinct a.attname)
        from pg_catalog.pg_partition_ancestors(t.relid) as p
        join pg_catalog.pg_partitioned_table as k on k.partrelid = p.relid
        join pg_catalog.pg_attribute as a on a.attrelid = p.relid and a.attnum > 0 and (
            a.attnum = any(k.partattrs::smallint[])
            or pg_catalog.pg_get_expr(k.partexprs, k.partrelid) like '%' || pg_catalog.quote_ident(a.attname) || '%'
        )
    ) as columns
from pg_catalog.pg_class as r
cross join pg_catalog.pg_partition_tree(r.oid) as t
join pg_catalog.pg_class as c on c.oid = t.relid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where r.oid = any($1::oid[]) and r.relkind = 'p' and t.isleaf and c.relkind = 'r'
order by r.oid, n.nspname, c.relname
