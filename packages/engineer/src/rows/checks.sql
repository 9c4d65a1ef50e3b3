select
    k.conrelid::text as "tableId",
    k.conname as name,
    pg_catalog.pg_get_expr(k.conbin, k.conrelid) as expression,
    (
        select coalesce(pg_catalog.json_agg(a.attname), '[]')
        from pg_catalog.pg_attribute as a
        where a.attrelid = k.conrelid and a.attnum = any(k.conkey)
    ) as columns
from pg_catalog.pg_constraint as k
where k.contype = 'c' and k.conrelid = any($1::oid[])
order by k.conrelid, k.conname
