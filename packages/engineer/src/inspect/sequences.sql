-- Where a sequence stands is left out: giving out numbers is not a change of the schema.
select
    c.oid,
    n.nspname as schema,
    c.relname as name,
    pg_catalog.pg_get_userbyid(c.relowner) as owner,
    pg_catalog.format_type(s.seqtypid, null) as type,
    s.seqstart::text as start,
    s.seqincrement::text as increment,
    s.seqmin::text as minimum,
    s.seqmax::text as maximum,
    s.seqcycle as cycles,
    (
        select pg_catalog.format('%I.%I.%I', tn.nspname, tc.relname, a.attname)
        from pg_catalog.pg_depend as d
        join pg_catalog.pg_class as tc on tc.oid = d.refobjid
        join pg_catalog.pg_namespace as tn on tn.oid = tc.relnamespace
        join pg_catalog.pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.deptype in ('a', 'i')
    ) as "ownedBy",
    pg_catalog.obj_description(c.oid, 'pg_class') as comment
from pg_catalog.pg_sequence as s
join pg_catalog.pg_class as c on c.oid = s.seqrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C", c.relname collate "C"
