-- Who holds up a server process, and which relation it waits for. Never the text of a query.
select
    waiting.relation::pg_catalog.regclass::text as relation,
    blocker.pid,
    activity.usename as role,
    activity.application_name as application,
    activity.state,
    activity.query_start
from pg_catalog.unnest(pg_catalog.pg_blocking_pids($1::int)) as blocker (pid)
left join pg_catalog.pg_stat_activity as activity on activity.pid = blocker.pid
left join pg_catalog.pg_locks as waiting on waiting.pid = $1::int and not waiting.granted
