-- A session of another role shows no state without pg_read_all_stats: it counts as hidden.
select coalesce(a.state, 'hidden') as state, pg_catalog.count(*)::integer as sessions
from pg_catalog.pg_stat_activity as a
where a.datname = pg_catalog.current_database()
    and a.backend_type = 'client backend'
    and a.pid <> pg_catalog.pg_backend_pid()
group by 1
order by 1
