select
    k.conrelid::text as "tableId",
    k.conname as name,
    k.confrelid::text as "referencedId",
    k.confmatchtype = 'f' as "matchFull",
    (
        select pg_catalog.json_agg(a.attname order by p.place)
        from pg_catalog.unnest(k.conkey) with ordinality as p (attnum, place)
        join pg_catalog.pg_attribute as a on a.attrelid = k.conrelid and a.attnum = p.attnum
    ) as columns,
    (
        select pg_catalog.json_agg(a.attname order by p.place)
        from pg_catalog.unnest(k.confkey) with ordinality as p (attnum, place)
        join pg_catalog.pg_attribute as a on a.attrelid = k.confrelid and a.attnum = p.attnum
    ) as "referencedColumns"
from pg_catalog.pg_constraint as k
where k.contype = 'f' and k.conrelid = any($1::oid[]) and k.conparentid = 0
order by k.conrelid, pg_catalog.cardinality(k.conkey) desc, k.conname
