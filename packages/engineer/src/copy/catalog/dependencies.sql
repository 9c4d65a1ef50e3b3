-- What needs what, both named by catalog and OID. What PostgreSQL came with is always there. Keys and
-- indexes of partitions ('P', 'S') are made before their parents', and attached to them.
select distinct
    pg_catalog.regexp_replace(d.classid::pg_catalog.regclass::text, '^pg_catalog\.', '') || ':' || d.objid as dependent,
    pg_catalog.regexp_replace(d.refclassid::pg_catalog.regclass::text, '^pg_catalog\.', '') || ':' || d.refobjid as needed
from pg_catalog.pg_depend as d
where d.objid >= 16384
    and d.refobjid >= 16384
    and d.deptype not in ('P', 'S')
    and (d.classid, d.objid) <> (d.refclassid, d.refobjid)
