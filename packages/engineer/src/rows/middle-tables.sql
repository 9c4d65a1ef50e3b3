-- The partitioned tables that are partitions themselves.
select c.oid::text as id, n.nspname as schema, c.relname as name
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where c.oid = any($1::oid[])
