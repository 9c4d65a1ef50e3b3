-- The index of that name beside the table, if there is one. $1 is null for "drop index".
select
    i.indexrelid::pg_catalog.regclass::text as index,
    i.indrelid is not distinct from pg_catalog.to_regclass($1::text) as on_table,
    i.indisvalid and i.indisready and i.indislive as usable,
    pg_catalog.pg_get_indexdef(i.indexrelid) as definition,
    (
        select p.pid
        from pg_catalog.pg_stat_progress_create_index as p
        where p.index_relid = i.indexrelid and p.pid <> pg_catalog.pg_backend_pid()
        limit 1
    ) as built_by
from pg_catalog.pg_index as i
where i.indexrelid = pg_catalog.to_regclass(
    case
        when $1::text is null then $2::text
        else (
            select pg_catalog.format('%I.%I', n.nspname, $2::text)
            from pg_catalog.pg_class as t
            join pg_catalog.pg_namespace as n on n.oid = t.relnamespace
            where t.oid = pg_catalog.to_regclass($1::text)
        )
    end
)
