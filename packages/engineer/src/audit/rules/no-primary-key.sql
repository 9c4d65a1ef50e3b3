select
    r.object,
    pg_catalog.format('%s has no primary key.', r.object) as message,
    'Two equal rows can not be told apart: no update by key, no upsert, no logical replication of updates.' as detail,
    coalesce(
        (
            select pg_catalog.format('alter table %s add primary key using index %I;', r.object, i.indexrelid::pg_catalog.regclass)
            from pg_catalog.pg_index as i
            where i.indrelid = r.oid and i.indisreplident
            limit 1
        ),
        'Make the columns that identify a row its primary key, or add one that is generated always as identity.'
    ) as hint
from relations as r
where r.relkind in ('r', 'p')
    and not r.relispartition
    and not exists (select from pg_catalog.pg_index as i where i.indrelid = r.oid and i.indisprimary)
