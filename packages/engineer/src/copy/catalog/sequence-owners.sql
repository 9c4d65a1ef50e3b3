select
    'pg_class' as catalog,
    d.objid::text as id,
    'owner' as part,
    25 as stage,
    pg_catalog.format('owner of sequence %s', d.objid::pg_catalog.regclass) as object,
    pg_catalog.format(
        'alter sequence %s owned by %s.%I',
        d.objid::pg_catalog.regclass,
        d.refobjid::pg_catalog.regclass,
        a.attname
    ) as script,
    array['pg_class:' || d.refobjid] as needs
from pg_catalog.pg_depend as d
join pg_catalog.pg_sequence as s on s.seqrelid = d.objid
join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    and d.deptype = 'a'
    and not exists (
        select
        from pg_catalog.pg_depend as e
        where e.classid = d.classid and e.objid in (d.objid, d.refobjid) and e.deptype = 'e'
    )
