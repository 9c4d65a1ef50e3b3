-- How big the tables of the target are: rows as the planner thinks, bytes of the table alone and
-- with its indexes; of a partition, the partitioned table at the top.
select
    pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
    greatest(c.reltuples, s.n_live_tup, 0)::float8 as rows,
    pg_catalog.pg_relation_size(c.oid)::float8 as bytes,
    pg_catalog.pg_total_relation_size(c.oid)::float8 as total_bytes,
    case when c.relispartition then (
        select pg_catalog.format('%I.%I', rn.nspname, r.relname)
        from pg_catalog.pg_class as r
        join pg_catalog.pg_namespace as rn on rn.oid = r.relnamespace
        where r.oid = pg_catalog.pg_partition_root(c.oid)
    ) end as partition_of
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_stat_all_tables as s on s.relid = c.oid
where c.relkind in ('r', 'm')
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
