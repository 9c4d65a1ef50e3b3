select distinct on (extra.indexrelid)
    pg_catalog.format('%I.%I', r.nspname, x.relname) as object,
    pg_catalog.format('%I on %s is the same index as %I.', x.relname, r.object, y.relname) as message,
    pg_catalog.format(
        'Both: %s. It holds %s.',
        pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(extra.indexrelid), '^.* USING ', ''),
        pg_catalog.pg_size_pretty(x.relpages * 8192::bigint)
    ) as detail,
    pg_catalog.format('drop index concurrently %I.%I;', r.nspname, x.relname) as hint
from relations as r
join pg_catalog.pg_index as extra on extra.indrelid = r.oid
join pg_catalog.pg_index as kept
    on kept.indrelid = extra.indrelid
    and kept.indexrelid <> extra.indexrelid
    and kept.indkey::int2[] = extra.indkey::int2[]
    and kept.indclass::oid[] = extra.indclass::oid[]
    and kept.indcollation::oid[] = extra.indcollation::oid[]
    and kept.indoption::int2[] = extra.indoption::int2[]
    and kept.indnkeyatts = extra.indnkeyatts
    and kept.indnullsnotdistinct = extra.indnullsnotdistinct
    -- A unique index does the work of a plain one, not the other way round.
    and kept.indisunique >= extra.indisunique
    and (kept.indisprimary, kept.indisunique, kept.indisreplident, -kept.indexrelid::bigint)
        > (extra.indisprimary, extra.indisunique, extra.indisreplident, -extra.indexrelid::bigint)
join pg_catalog.pg_class as x on x.oid = extra.indexrelid
join pg_catalog.pg_class as y on y.oid = kept.indexrelid and y.relam = x.relam
where not extra.indisprimary
    and extra.indisvalid
    and kept.indisvalid
    and not extra.indisexclusion
    and not kept.indisexclusion
    and pg_catalog.pg_get_expr(kept.indexprs, r.oid) is not distinct from pg_catalog.pg_get_expr(extra.indexprs, r.oid)
    and pg_catalog.pg_get_expr(kept.indpred, r.oid) is not distinct from pg_catalog.pg_get_expr(extra.indpred, r.oid)
order by extra.indexrelid, kept.indisprimary desc, kept.indisunique desc, kept.indexrelid
