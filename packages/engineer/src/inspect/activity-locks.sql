-- Who waits for whom, and for what.
select
    l.pid,
    a.usename as role,
    l.mode,
    case
        when l.relation is not null then pg_catalog.format('%I.%I', n.nspname, c.relname)
        else l.locktype
    end as "waitsFor",
    extract(epoch from pg_catalog.clock_timestamp() - l.waitstart)::float8 as seconds,
    pg_catalog.pg_blocking_pids(l.pid) as "blockedBy"
from pg_catalog.pg_locks as l
left join pg_catalog.pg_stat_activity as a on a.pid = l.pid
left join pg_catalog.pg_class as c on c.oid = l.relation
left join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where not l.granted
    and (a.datname = pg_catalog.current_database() or a.datname is null)
order by l.waitstart, l.pid
