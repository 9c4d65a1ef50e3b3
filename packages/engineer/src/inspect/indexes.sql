select
    i.indrelid as relation,
    c.relname as name,
    am.amname as method,
    pg_catalog.pg_get_indexdef(i.indexrelid) as definition,
    (
        select pg_catalog.array_agg(
            pg_catalog.pg_get_indexdef(i.indexrelid, position, true) order by position
        )
        from pg_catalog.generate_series(1, i.indnkeyatts) as position
    ) as columns,
    (
        select coalesce(pg_catalog.array_agg(
            pg_catalog.pg_get_indexdef(i.indexrelid, position, true) order by position
        ), '{}')
        from pg_catalog.generate_series(i.indnkeyatts + 1, i.indnatts) as position
    ) as included,
    pg_catalog.pg_get_expr(i.indpred, i.indrelid) as predicate,
    i.indisunique as "isUnique",
    i.indisprimary as "isPrimary",
    i.indisvalid as "isValid",
    (
        select k.conname
        from pg_catalog.pg_constraint as k
        where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
    ) as constraint,
    pg_catalog.obj_description(i.indexrelid, 'pg_class') as comment,
    case
        when c.relkind = 'I' then 0
        when exists (
            select
            from pg_catalog.pg_locks as l
            where l.relation in (i.indrelid, i.indexrelid)
                and l.locktype = 'relation'
                and l.mode = 'AccessExclusiveLock'
                and l.granted
                and l.database = (
                    select d.oid
                    from pg_catalog.pg_database as d
                    where d.datname = pg_catalog.current_database()
                )
        ) then c.relpages * 8192.0
        else pg_catalog.pg_relation_size(i.indexrelid)
    end::float8 as bytes,
    pg_catalog.pg_stat_get_numscans(i.indexrelid)::float8 as scans
from pg_catalog.pg_index as i
join pg_catalog.pg_class as c on c.oid = i.indexrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_am as am on am.oid = c.relam
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by i.indrelid, c.relname collate "C"
