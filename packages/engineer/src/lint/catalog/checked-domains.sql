select pg_catalog.format('%I.%I', n.nspname, t.typname) as name
from pg_catalog.pg_type t
join pg_catalog.pg_namespace n on n.oid = t.typnamespace
where t.typtype = 'd'
  and (t.typnotnull or exists (
      select from pg_catalog.pg_constraint k where k.contypid = t.oid and k.contype = 'c'))
  and t.typname = any ($1)
