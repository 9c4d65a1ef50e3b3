-- Kinds of objects that are not recreated, for the list of what is missing.
select
    pg_catalog.format('%s %s', o.type, o.identity) as object
from (
    select tableoid, oid from pg_catalog.pg_conversion
    union all
    select tableoid, oid from pg_catalog.pg_opclass
    union all
    select tableoid, oid from pg_catalog.pg_opfamily
    union all
    select tableoid, oid from pg_catalog.pg_ts_parser
    union all
    select tableoid, oid from pg_catalog.pg_ts_template
    union all
    select tableoid, oid from pg_catalog.pg_language
    union all
    select tableoid, oid from pg_catalog.pg_transform
    union all
    select tableoid, oid from pg_catalog.pg_am
    union all
    -- A type of one's own in C has functions that only its extension's library has.
    select t.tableoid, t.oid from pg_catalog.pg_type as t where t.typtype = 'b' and t.typsubscript <> 'pg_catalog.array_subscript_handler'::pg_catalog.regproc
) as k
cross join pg_catalog.pg_identify_object(k.tableoid, k.oid, 0) as o
where k.oid >= 16384
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = k.tableoid and d.objid = k.oid and d.deptype in ('e', 'i')
    )
union all
select pg_catalog.format('subscription %I', s.subname)
from pg_catalog.pg_subscription as s
where s.subdbid = (select d.oid from pg_catalog.pg_database as d where d.datname = pg_catalog.current_database())
union all
select pg_catalog.format('tablespace of %s', c.oid::pg_catalog.regclass)
from pg_catalog.pg_class as c
where c.reltablespace <> 0 and c.oid >= 16384 and c.relkind in ('r', 'p', 'm', 'i', 'I')
    and c.relnamespace <> 'pg_toast'::pg_catalog.regnamespace
