select
    e.extname as name,
    e.extversion as version,
    a.default_version as "newestVersion",
    n.nspname as schema,
    a.comment
from pg_catalog.pg_extension as e
join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
left join pg_catalog.pg_available_extensions as a on a.name = e.extname
order by e.extname collate "C"
