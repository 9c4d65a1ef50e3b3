-- An index serves when its first columns are the key's, in any order, and it covers every row that
-- has a value there.
select
    pg_catalog.format('constraint %I on %s', k.conname, r.object) as object,
    pg_catalog.format('Foreign key (%s) of %s has no index.', columns.list, r.object) as message,
    pg_catalog.format(
        'Every delete from %s, and every update of its key, reads all of %s (about %s rows).',
        k.confrelid::pg_catalog.regclass, r.object, greatest(r.reltuples, 0)::bigint
    ) as detail,
    pg_catalog.format('create index concurrently on %s (%s);', r.object, columns.list) as hint
from pg_catalog.pg_constraint as k
join relations as r on r.oid = k.conrelid
cross join lateral (
    select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by key.position) as list
    from pg_catalog.unnest(k.conkey) with ordinality as key (number, position)
    join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = key.number
) as columns
where k.contype = 'f'
    and k.conparentid = 0
    and not exists (
        select
        from pg_catalog.pg_index as i
        where i.indrelid = k.conrelid
            and i.indisvalid
            and (i.indkey::int2[])[0:pg_catalog.cardinality(k.conkey) - 1] @> k.conkey
            and (
                i.indpred is null
                or pg_catalog.pg_get_expr(i.indpred, i.indrelid) in (
                    select pg_catalog.format('(%I IS NOT NULL)', a.attname)
                    from pg_catalog.pg_attribute as a
                    where a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                )
            )
    )
