-- The tables that can be filled, with the columns that take a value and their types.
select
    pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
    coalesce(
        pg_catalog.array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = ''),
        '{}'
    ) as columns,
    coalesce(
        pg_catalog.array_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) order by a.attnum)
            filter (where a.attgenerated = ''),
        '{}'
    ) as types,
    coalesce(
        pg_catalog.array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated <> ''),
        '{}'
    ) as generated
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind in ('r', 'p')
    and not c.relispartition
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
group by n.nspname, c.relname
