-- What verify_heapam finds in the tables and materialized views of one's own.
select 'table ' || c.oid::pg_catalog.regclass::text as object, v.msg as message
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
cross join lateral catb_drill.verify_heapam(c.oid::pg_catalog.regclass) as v
where c.relkind in ('r', 'm')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by c.oid, v.blkno
