-- The shorter index is a prefix of the longer: same columns in the same order, same operators.
select distinct on (short.indexrelid)
    pg_catalog.format('%I.%I', r.nspname, x.relname) as object,
    pg_catalog.format('%I on %s is the beginning of %I.', x.relname, r.object, y.relname) as message,
    pg_catalog.format(
        '%s begins %s.',
        pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(long.indexrelid), '^.* USING ', ''),
        pg_catalog.regexp_replace(pg_catalog.pg_get_indexdef(short.indexrelid), '^.* USING ', 'as ')
    ) as detail,
    pg_catalog.format(
        'Unless it is needed for being smaller: drop index concurrently %I.%I;', r.nspname, x.relname
    ) as hint
from relations as r
join pg_catalog.pg_index as short on short.indrelid = r.oid
join pg_catalog.pg_index as long
    on long.indrelid = short.indrelid
    and long.indnkeyatts > short.indnkeyatts
    and (long.indkey::int2[])[0:short.indnkeyatts - 1] = (short.indkey::int2[])[0:short.indnkeyatts - 1]
    and (long.indclass::oid[])[0:short.indnkeyatts - 1] = (short.indclass::oid[])[0:short.indnkeyatts - 1]
    and (long.indcollation::oid[])[0:short.indnkeyatts - 1] = (short.indcollation::oid[])[0:short.indnkeyatts - 1]
    and (long.indoption::int2[])[0:short.indnkeyatts - 1] = (short.indoption::int2[])[0:short.indnkeyatts - 1]
    and (long.indkey::int2[]) @> (short.indkey::int2[])
join pg_catalog.pg_class as x on x.oid = short.indexrelid
join pg_catalog.pg_class as y on y.oid = long.indexrelid and y.relam = x.relam
where x.relam = (select m.oid from pg_catalog.pg_am as m where m.amname = 'btree')
    and not short.indisunique
    and not short.indisreplident
    and short.indisvalid
    and long.indisvalid
    and short.indexprs is null
    and long.indexprs is null
    and (
        short.indpred is null and long.indpred is null
        or pg_catalog.pg_get_expr(short.indpred, r.oid) = pg_catalog.pg_get_expr(long.indpred, r.oid)
    )
order by short.indexrelid, long.indnkeyatts
