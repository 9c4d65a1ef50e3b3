select
    pg_catalog.format('publication %I', p.pubname) as object,
    pg_catalog.concat_ws(
        ', ',
        pg_catalog.to_jsonb(p) - 'oid' - 'pubowner' - 'pubname',
        'owner ' || p.pubowner::pg_catalog.regrole
    ) as definition
from pg_catalog.pg_publication as p
union all
select
    pg_catalog.format('table %I.%I in publication %I', t.schemaname, t.tablename, t.pubname),
    pg_catalog.concat_ws(
        ' ',
        (
            select pg_catalog.string_agg(name, ', ' order by name)
            from pg_catalog.unnest(t.attnames::text[]) as name
        ),
        'where ' || t.rowfilter
    )
from pg_catalog.pg_publication_tables as t
