-- What the transaction that asks holds on the relations of its database, and what was done to each
-- of them: a statement that touches a relation keeps a lock on it until the end. A relation that was
-- dropped has no name any more.
select
    l.relation as oid,
    pg_catalog.array_agg(distinct l.mode) as modes,
    pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) as name,
    c.relkind::text as kind,
    i.indrelid as index_of,
    pg_catalog.pg_relation_filenode(c.oid) as filenode,
    pg_catalog.pg_relation_size(c.oid)::float8 as bytes,
    pg_catalog.pg_stat_get_xact_numscans(l.relation)::integer as scans,
    pg_catalog.pg_stat_get_xact_tuples_inserted(l.relation)::integer as inserted,
    pg_catalog.pg_stat_get_xact_tuples_updated(l.relation)::integer as updated,
    pg_catalog.pg_stat_get_xact_tuples_deleted(l.relation)::integer as deleted,
    coalesce((
        select pg_catalog.array_agg(k.conname::text order by k.conname)
        from pg_catalog.pg_constraint as k
        where k.conrelid = c.oid and k.convalidated and k.contype in ('c', 'f')
    ), '{}') as constraints
from pg_catalog.pg_locks as l
left join pg_catalog.pg_class as c on c.oid = l.relation
left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_index as i on i.indexrelid = c.oid
where l.locktype = 'relation'
    and l.pid = pg_catalog.pg_backend_pid()
    and l.granted
    and l.database = (
        select d.oid
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
    and n.nspname is distinct from 'pg_catalog'
    and l.relation >= 16384
group by l.relation, c.oid, c.relname, c.relkind, n.nspname, i.indrelid
