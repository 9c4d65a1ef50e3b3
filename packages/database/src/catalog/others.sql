-- Kinds that are rare in an application: that they exist, and extended statistics in full.
select
    pg_catalog.format('statistics %I.%I', n.nspname, s.stxname) as object,
    pg_catalog.pg_get_statisticsobjdef(s.oid) as definition
from pg_catalog.pg_statistic_ext as s
join pg_catalog.pg_namespace as n on n.oid = s.stxnamespace
union all
select pg_catalog.format('%s %s', o.type, o.identity), 'present'
from (
    select tableoid, oid from pg_catalog.pg_cast
    union all
    select tableoid, oid from pg_catalog.pg_collation
    union all
    select tableoid, oid from pg_catalog.pg_conversion
    union all
    select tableoid, oid from pg_catalog.pg_foreign_data_wrapper
    union all
    select tableoid, oid from pg_catalog.pg_foreign_server
    union all
    select tableoid, oid from pg_catalog.pg_language
    union all
    select tableoid, oid from pg_catalog.pg_opclass
    union all
    select tableoid, oid from pg_catalog.pg_operator
    union all
    select tableoid, oid from pg_catalog.pg_opfamily
    union all
    select tableoid, oid from pg_catalog.pg_ts_config
    union all
    select tableoid, oid from pg_catalog.pg_ts_dict
) as k
cross join pg_catalog.pg_identify_object(k.tableoid, k.oid, 0) as o
where k.oid >= 16384
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = k.tableoid and d.objid = k.oid and d.deptype = 'e'
    )
