-- pgmq keeps a queue in a table; its functions in pgmq_public reach it with the caller's rights.
select
    c.oid::pg_catalog.regclass::text as object,
    pg_catalog.format('Queue %s is open to %s.', c.oid::pg_catalog.regclass, who.names) as message,
    'The schema pgmq_public is exposed and row level security is off on the queue''s table.' as detail,
    pg_catalog.format('alter table %s enable row level security;', c.oid::pg_catalog.regclass) as hint
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_table_privilege(o.role, c.oid, 'select')
) as who
where n.nspname = 'pgmq'
    and 'pgmq_public' = any ($1::pg_catalog.text[])
    and c.relkind in ('r', 'p')
    and c.relname like 'q\_%'
    and not c.relrowsecurity
    and who.names is not null
