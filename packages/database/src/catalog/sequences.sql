-- Where a sequence stands is left out: giving out numbers can't be rolled back.
select
    pg_catalog.format('sequence %s', c.oid::pg_catalog.regclass) as object,
    pg_catalog.concat_ws(
        ', ',
        s.seqtypid::pg_catalog.regtype,
        'start ' || s.seqstart,
        'increment ' || s.seqincrement,
        'between ' || s.seqmin || ' and ' || s.seqmax,
        'cache ' || s.seqcache,
        case when s.seqcycle then 'cycle' end,
        case c.relpersistence when 'u' then 'unlogged' end,
        'owner ' || c.relowner::pg_catalog.regrole,
        'owned by ' || (
            select pg_catalog.format('%s.%I', d.refobjid::pg_catalog.regclass, a.attname)
            from pg_catalog.pg_depend as d
            join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
            where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and d.objid = c.oid
                and d.deptype in ('a', 'i')
        )
    ) as definition
from pg_catalog.pg_sequence as s
join pg_catalog.pg_class as c on c.oid = s.seqrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype = 'e'
    )
