-- What a process does, and whether it waits for a lock.
select
    a.state,
    a.wait_event_type,
    a.wait_event,
    pg_catalog.pg_database_size(pg_catalog.current_database())::float8 as bytes
from pg_catalog.pg_stat_activity as a
where a.pid = $1
