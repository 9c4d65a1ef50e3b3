select pg_catalog.format('%I.%I', n.nspname, c.relname) as relation,
       k.conname::text as name,
       k.contype::text as kind,
       k.convalidated as validated,
       pg_catalog.pg_get_expr(k.conbin, k.conrelid) as expression,
       x.relname::text as index
from pg_catalog.pg_constraint k
join pg_catalog.pg_class c on c.oid = k.conrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_class x on x.oid = k.conindid and k.contype in ('p', 'u', 'x')
where c.relname = any ($1)
  and n.nspname not in ('pg_catalog', 'information_schema')
