select pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
       c.relkind::text as kind,
       c.relrowsecurity as "rowSecurity",
       s.rows,
       s.bytes
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
cross join lateral (
    select sum(case when l.reltuples < 0 then null else l.reltuples end)::double precision as rows,
           coalesce(sum(pg_catalog.pg_total_relation_size(l.oid)), 0)::double precision as bytes
    from pg_catalog.pg_class l
    where l.oid = c.oid
       or (c.relkind = 'p' and l.oid in (
              select t.relid from pg_catalog.pg_partition_tree(c.oid) t where t.isleaf))
) s
where c.relkind in ('r', 'p', 'm', 'v', 'f')
  and n.nspname not in ('pg_catalog', 'information_schema')
  and n.nspname !~ '^pg_(toast|temp)'
  and (c.relname = any ($1)
       or exists (
           select
           from pg_catalog.pg_index i
           join pg_catalog.pg_class x on x.oid = i.indexrelid
           where i.indrelid = c.oid and x.relname = any ($1)))
