-- The transactions that have been open for longest. Statements are left out: they can quote values.
select
    a.pid,
    a.usename as role,
    a.application_name as application,
    a.state,
    extract(epoch from pg_catalog.clock_timestamp() - a.xact_start)::float8 as seconds
from pg_catalog.pg_stat_activity as a
where a.datname = pg_catalog.current_database()
    and a.xact_start is not null
    and a.pid <> pg_catalog.pg_backend_pid()
    and a.backend_type = 'client backend'
order by a.xact_start
limit 5
