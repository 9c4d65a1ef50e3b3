select
    pg_catalog.format('%I.%I', n.nspname, x.relname) as object,
    pg_catalog.format('%I on %s is invalid.', x.relname, r.object) as message,
    pg_catalog.format(
        'A concurrent build did not finish. No query uses it, every write keeps it up%s.',
        case when i.indisunique then ', and it promises no uniqueness' else '' end
    ) as detail,
    pg_catalog.format('reindex index concurrently %1$I.%2$I; or drop index concurrently %1$I.%2$I;', n.nspname, x.relname) as hint
from pg_catalog.pg_index as i
join pg_catalog.pg_class as x on x.oid = i.indexrelid and x.relkind = 'i'
join pg_catalog.pg_namespace as n on n.oid = x.relnamespace
join relations as r on r.oid = i.indrelid
where not i.indisvalid
    and not exists (
        select from pg_catalog.pg_stat_progress_create_index as b where b.index_relid = i.indexrelid
    )
