-- Sequences of identity columns come with their columns.
select
    'pg_class' as catalog,
    c.oid::text as id,
    20 as stage,
    pg_catalog.format('sequence %s', c.oid::pg_catalog.regclass) as object,
    pg_catalog.format(
        'create %1$ssequence %2$s as %3$s start %4$s increment %5$s minvalue %6$s maxvalue %7$s cache %8$s %9$s;'
        ' alter sequence %2$s owner to %10$s',
        case c.relpersistence when 'u' then 'unlogged ' end,
        c.oid::pg_catalog.regclass,
        s.seqtypid::pg_catalog.regtype,
        s.seqstart,
        s.seqincrement,
        s.seqmin,
        s.seqmax,
        s.seqcache,
        case when s.seqcycle then 'cycle' end,
        c.relowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_sequence as s
join pg_catalog.pg_class as c on c.oid = s.seqrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid and d.deptype in ('e', 'i')
    )
