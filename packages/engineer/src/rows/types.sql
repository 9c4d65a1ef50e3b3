-- The types of the columns and all that they are made of.
with recursive used as (
    select distinct a.atttypid as oid
    from pg_catalog.pg_attribute as a
    where a.attrelid = any($1::oid[]) and a.attnum > 0 and not a.attisdropped
    union
    select part.oid
    from used as u
    join pg_catalog.pg_type as t on t.oid = u.oid
    left join pg_catalog.pg_range as r on r.rngtypid = t.oid
    left join pg_catalog.pg_range as m on m.rngmultitypid = t.oid
    cross join lateral (
        values (t.typbasetype), (case when t.typcategory = 'A' then t.typelem end), (r.rngsubtype), (m.rngtypid)
        union all
        select a.atttypid
        from pg_catalog.pg_attribute as a
        where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
    ) as part (oid)
    where part.oid <> 0
)
select
    t.oid::text as id,
    t.typname as name,
    pg_catalog.format_type(t.oid, null) as type,
    t.typtype as kind,
    t.typcategory as category,
    nullif(t.typbasetype, 0)::text as "baseId",
    case when t.typtype = 'd' then pg_catalog.format_type(t.typbasetype, t.typtypmod) end as "baseType",
    case when t.typcategory = 'A' then t.typelem::text end as "elementId",
    (select r.rngsubtype::text from pg_catalog.pg_range as r where r.rngtypid = t.oid) as "subtypeId",
    (select r.rngtypid::text from pg_catalog.pg_range as r where r.rngmultitypid = t.oid) as "rangeId",
    (
        select pg_catalog.json_agg(e.enumlabel order by e.enumsortorder)
        from pg_catalog.pg_enum as e
        where e.enumtypid = t.oid
    ) as labels,
    (
        select pg_catalog.json_agg(
            pg_catalog.json_build_object(
                'typeId', a.atttypid::text, 'type', pg_catalog.format_type(a.atttypid, a.atttypmod)
            )
            order by a.attnum
        )
        from pg_catalog.pg_attribute as a
        where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
    ) as attributes,
    (
        select coalesce(pg_catalog.json_agg(pg_catalog.pg_get_constraintdef(k.oid)), '[]')
        from pg_catalog.pg_constraint as k
        where k.contypid = t.oid and k.contype = 'c'
    ) as checks
from used as u
join pg_catalog.pg_type as t on t.oid = u.oid
