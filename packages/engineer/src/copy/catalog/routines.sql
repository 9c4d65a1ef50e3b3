select
    'pg_proc' as catalog,
    p.oid::text as id,
    12 as stage,
    pg_catalog.format('function %s', p.oid::pg_catalog.regprocedure) as object,
    pg_catalog.format(
        '%s; alter routine %s owner to %s',
        pg_catalog.pg_get_functiondef(p.oid),
        p.oid::pg_catalog.regprocedure,
        p.proowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where p.prokind <> 'a'
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    -- 'i': the constructors of a range type.
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid and d.deptype in ('e', 'i')
    )
