select
    pg_catalog.format(
        'constraint %I on %s',
        k.conname,
        case when k.conrelid <> 0 then k.conrelid::pg_catalog.regclass::text
        else k.contypid::pg_catalog.regtype::text end
    ) as object,
    pg_catalog.concat_ws(
        ' ',
        pg_catalog.pg_get_constraintdef(k.oid),
        case when k.convalidated then 'validated' else 'unvalidated' end,
        case when k.connoinherit then 'not inherited' end
    ) as definition
from pg_catalog.pg_constraint as k
join pg_catalog.pg_namespace as n on n.oid = k.connamespace
where n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.deptype = 'e'
            and (
                (d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = k.conrelid)
                or (d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and d.objid = k.contypid)
            )
    )
