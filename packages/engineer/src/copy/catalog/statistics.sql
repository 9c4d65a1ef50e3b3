select
    'pg_statistic_ext' as catalog,
    s.oid::text as id,
    49 as stage,
    pg_catalog.format('statistics %I.%I', n.nspname, s.stxname) as object,
    pg_catalog.concat(
        pg_catalog.pg_get_statisticsobjdef(s.oid),
        pg_catalog.format('; alter statistics %I.%I owner to %s', n.nspname, s.stxname, s.stxowner::pg_catalog.regrole),
        pg_catalog.format('; alter statistics %I.%I set statistics ', n.nspname, s.stxname)
            || nullif(s.stxstattarget, -1)
    ) as script
from pg_catalog.pg_statistic_ext as s
join pg_catalog.pg_namespace as n on n.oid = s.stxnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass and d.objid = s.oid and d.deptype = 'e'
    )
