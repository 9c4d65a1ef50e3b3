-- What the rows would take, from the statistics of ANALYZE, beside what the table takes.
with estimated as (
    select
        r.object,
        r.relpages,
        r.reltuples,
        pg_catalog.sum((1 - s.null_frac) * s.avg_width) + 28 as row_bytes,
        pg_catalog.count(s.attname) as known,
        (
            select pg_catalog.count(*)
            from pg_catalog.pg_attribute as a
            where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
        ) as columns,
        coalesce(
            (
                select pg_catalog.substr(o.option, 12)::int
                from pg_catalog.unnest(r.reloptions) as o (option)
                where o.option like 'fillfactor=%'
            ),
            100
        ) as fillfactor
    from relations as r
    join pg_catalog.pg_stats as s on s.schemaname = r.nspname and s.tablename = r.relname and not s.inherited
    where r.relkind = 'r' and r.relpages >= 1280
    group by r.oid, r.object, r.relpages, r.reltuples, r.reloptions
),
judged as (
    -- 8192 less the page's header; an eighth is allowed for padding between columns.
    select e.*, pg_catalog.ceil(e.reltuples * e.row_bytes * 1.125 / (8168 * e.fillfactor / 100.0)) as needed
    from estimated as e
    where e.known = e.columns
)
select
    j.object,
    pg_catalog.format(
        '%s is %s%% empty space.', j.object, pg_catalog.round(100 * (1 - j.needed / j.relpages))
    ) as message,
    pg_catalog.format(
        '%s on disk, about %s needed for %s rows of %s bytes; estimated from the statistics.',
        pg_catalog.pg_size_pretty(j.relpages::bigint * 8192),
        pg_catalog.pg_size_pretty(j.needed::bigint * 8192),
        j.reltuples::bigint,
        pg_catalog.round(j.row_bytes)
    ) as detail,
    'If it grows on: let autovacuum run more often on it. To give the space back: pg_repack, or vacuum full in a quiet hour (it locks the table).' as hint
from judged as j
where j.needed < j.relpages * 0.5
    and (j.relpages - j.needed) * 8192 >= 20 * 1024 * 1024
