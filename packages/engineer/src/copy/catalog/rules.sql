select
    'pg_rewrite' as catalog,
    r.oid::text as id,
    44 as stage,
    pg_catalog.format('rule %I on %s', r.rulename, r.ev_class::pg_catalog.regclass) as object,
    pg_catalog.concat(
        pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid), ';'),
        pg_catalog.format('; alter table %s ', r.ev_class::pg_catalog.regclass)
            || case r.ev_enabled when 'D' then 'disable' when 'R' then 'enable replica' when 'A' then 'enable always' end
            || pg_catalog.format(' rule %I', r.rulename)
    ) as script
from pg_catalog.pg_rewrite as r
join pg_catalog.pg_class as c on c.oid = r.ev_class
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where r.rulename <> '_RETURN'
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = r.oid and d.deptype = 'e'
    )
