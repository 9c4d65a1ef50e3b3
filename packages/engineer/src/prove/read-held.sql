-- The locks of another process on this database's relations, and those that it waits for.
select
    l.relation as oid,
    pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) as name,
    l.mode,
    l.granted
from pg_catalog.pg_locks as l
left join pg_catalog.pg_class as c on c.oid = l.relation
left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where l.locktype = 'relation'
    and l.pid = $1
    and l.relation >= 16384
    and l.database = (
        select d.oid
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
    and n.nspname is distinct from 'pg_catalog'
    and n.nspname is distinct from 'supabase_migrations'
order by l.granted desc, name, l.mode
