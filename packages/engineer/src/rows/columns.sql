select
    a.attrelid::text as "tableId",
    a.attname as name,
    a.atttypid::text as "typeId",
    pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull or t.typnotnull as "notNull",
    case when a.attgenerated <> '' then pg_catalog.pg_get_expr(d.adbin, d.adrelid) end as generated,
    case
        when a.attidentity <> '' then (
            select pg_catalog.format('pg_catalog.nextval(%L::pg_catalog.regclass)', e.objid::pg_catalog.regclass)
            from pg_catalog.pg_depend as e
            where e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and e.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and e.refobjid = a.attrelid
                and e.refobjsubid = a.attnum
                and e.deptype = 'i'
        )
        when a.attgenerated = '' then pg_catalog.pg_get_expr(d.adbin, d.adrelid)
    end as "default"
from pg_catalog.pg_attribute as a
join pg_catalog.pg_type as t on t.oid = a.atttypid
left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
where a.attrelid = any($1::oid[]) and a.attnum > 0 and not a.attisdropped
order by a.attrelid, a.attnum
