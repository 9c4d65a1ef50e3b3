select pg_catalog.format('%I.%I', n.nspname, c.relname) as relation,
       pg_catalog.format('%I.%I', n.nspname, x.relname) as name,
       i.indisunique as "unique",
       i.indisvalid and i.indpred is null and i.indexprs is null as whole
from pg_catalog.pg_index i
join pg_catalog.pg_class c on c.oid = i.indrelid
join pg_catalog.pg_class x on x.oid = i.indexrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where (c.relname = any ($1) or x.relname = any ($1))
  and n.nspname not in ('pg_catalog', 'information_schema')
