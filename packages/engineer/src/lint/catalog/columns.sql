select pg_catalog.format('%I.%I', n.nspname, c.relname) as relation,
       a.attname::text as name,
       pg_catalog.format_type(a.atttypid, null) as type,
       case
           when a.atttypmod < 0 then null
           when a.atttypid in (1042, 1043) then a.atttypmod - 4
           when a.atttypid = 1700 then ((a.atttypmod - 4) >> 16) & 65535
           else a.atttypmod
       end as length,
       case when a.atttypid = 1700 and a.atttypmod >= 0 then (a.atttypmod - 4) & 2047 end as scale,
       a.attnotnull as "notNull"
from pg_catalog.pg_attribute a
join pg_catalog.pg_class c on c.oid = a.attrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where a.attnum > 0
  and not a.attisdropped
  and c.relkind in ('r', 'p', 'f')
  and c.relname = any ($1)
  and n.nspname not in ('pg_catalog', 'information_schema')
order by a.attnum
