select
    p.pubname as name,
    pg_catalog.pg_get_userbyid(p.pubowner) as owner,
    p.puballtables as "allTables",
    pg_catalog.array_remove(array[
        case when p.pubinsert then 'insert' end,
        case when p.pubupdate then 'update' end,
        case when p.pubdelete then 'delete' end,
        case when p.pubtruncate then 'truncate' end
    ], null) as operations,
    (
        select coalesce(
            pg_catalog.array_agg(
                pg_catalog.concat_ws(
                    ' ', pg_catalog.format('%I.%I', t.schemaname, t.tablename), 'where ' || t.rowfilter
                )
                order by t.schemaname collate "C", t.tablename collate "C"
            ),
            '{}'
        )
        from pg_catalog.pg_publication_tables as t
        where t.pubname = p.pubname
    ) as tables
from pg_catalog.pg_publication as p
order by p.pubname collate "C"
