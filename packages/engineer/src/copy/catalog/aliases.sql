-- Objects that come with another one: which, both named by catalog and OID.
select 'pg_type:' || t.oid as part, 'pg_class:' || t.typrelid as whole
from pg_catalog.pg_type as t
where t.typrelid >= 16384
union all
select 'pg_type:' || t.typarray, 'pg_type:' || t.oid
from pg_catalog.pg_type as t
where t.typarray >= 16384
union all
select 'pg_type:' || r.rngmultitypid, 'pg_type:' || r.rngtypid
from pg_catalog.pg_range as r
where r.rngmultitypid >= 16384
union all
select 'pg_rewrite:' || r.oid, 'pg_class:' || r.ev_class
from pg_catalog.pg_rewrite as r
where r.oid >= 16384 and r.rulename = '_RETURN'
union all
select 'pg_class:' || k.conindid, 'pg_constraint:' || k.oid
from pg_catalog.pg_constraint as k
where k.conindid >= 16384 and k.contype in ('p', 'u', 'x')
union all
-- The sequence of an identity column.
select 'pg_class:' || d.objid, 'pg_class:' || d.refobjid
from pg_catalog.pg_depend as d
join pg_catalog.pg_sequence as s on s.seqrelid = d.objid
where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.deptype = 'i'
union all
-- The default that stands with its column.
select 'pg_attrdef:' || def.oid, 'pg_class:' || def.adrelid
from pg_catalog.pg_attrdef as def
join pg_catalog.pg_class as c on c.oid = def.adrelid
join pg_catalog.pg_attribute as a on a.attrelid = def.adrelid and a.attnum = def.adnum
where a.attgenerated <> ''
    or (
        c.relkind <> 'v'
        and not exists (
            select
            from pg_catalog.pg_depend as d
            where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                and d.objid = def.oid
                and d.refclassid not in ('pg_catalog.pg_type'::pg_catalog.regclass)
                and not (d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = def.adrelid)
        )
    )
union all
-- What an extension brings.
select
    pg_catalog.regexp_replace(d.classid::pg_catalog.regclass::text, '^pg_catalog\.', '') || ':' || d.objid,
    'pg_extension:' || d.refobjid
from pg_catalog.pg_depend as d
where d.deptype = 'e' and d.objid >= 16384
