select
    pg_catalog.format('constraint %I on %s', k.conname, r.object) as object,
    pg_catalog.format('%s refers to a column of %s that is no primary key.', r.object, k.confrelid::pg_catalog.regclass) as message,
    'The schema auth belongs to Supabase: only its primary keys are promised to stay, other unique indexes come and go with its releases.' as detail,
    pg_catalog.format(
        'alter table %s drop constraint %I; and refer to the primary key.', r.object, k.conname
    ) as hint
from pg_catalog.pg_constraint as k
join relations as r on r.oid = k.conrelid
join pg_catalog.pg_class as t on t.oid = k.confrelid
join pg_catalog.pg_namespace as n on n.oid = t.relnamespace
join pg_catalog.pg_index as i on i.indexrelid = k.conindid
where k.contype = 'f'
    and n.nspname = 'auth'
    and r.nspname <> 'auth'
    and not i.indisprimary
