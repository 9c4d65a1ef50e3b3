-- Only where the counters have something to say: the table is read a lot, and the index is not small.
select
    pg_catalog.format('%I.%I', s.schemaname, s.indexrelname) as object,
    pg_catalog.format('%I on %s was never used.', s.indexrelname, r.object) as message,
    pg_catalog.format(
        '%s, 0 scans, while the table was read %s times since %s. Every write pays for it.',
        pg_catalog.pg_size_pretty(x.relpages * 8192::bigint),
        t.seq_scan + coalesce(t.idx_scan, 0),
        coalesce(
            (
                select pg_catalog.to_char(d.stats_reset, 'YYYY-MM-DD')
                from pg_catalog.pg_stat_database as d
                where d.datname = pg_catalog.current_database()
            ),
            'the server was made'
        )
    ) as detail,
    pg_catalog.format('If no replica and no monthly job uses it: drop index concurrently %I.%I;', s.schemaname, s.indexrelname) as hint
from pg_catalog.pg_stat_user_indexes as s
join pg_catalog.pg_stat_user_tables as t on t.relid = s.relid
join relations as r on r.oid = s.relid
join pg_catalog.pg_index as i on i.indexrelid = s.indexrelid
join pg_catalog.pg_class as x on x.oid = s.indexrelid
where s.idx_scan = 0
    and not i.indisunique
    and not i.indisexclusion
    and t.seq_scan + coalesce(t.idx_scan, 0) >= 1000
    -- As of the last vacuum: asking for the size itself would wait for locks.
    and x.relpages >= 128
    and not exists (
        select
        from pg_catalog.pg_constraint as k
        where k.contype = 'f'
            and k.conrelid = s.relid
            and (i.indkey::int2[])[0:pg_catalog.cardinality(k.conkey) - 1] @> k.conkey
    )
