select
    a.attrelid as relation,
    a.attname as name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as "notNull",
    case when a.attgenerated = '' then pg_catalog.pg_get_expr(def.adbin, def.adrelid) end as default,
    case when a.attgenerated <> '' then pg_catalog.pg_get_expr(def.adbin, def.adrelid) end as generated,
    case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
    pg_catalog.col_description(a.attrelid, a.attnum) as comment,
    case when a.attacl is null then '[]' else (
        select pg_catalog.json_agg(pg_catalog.json_build_object(
            'role', case e.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(e.grantee) end,
            'privilege', pg_catalog.lower(e.privilege_type)
        ))
        from pg_catalog.aclexplode(a.attacl) as e
    ) end as grants
from pg_catalog.pg_attribute as a
join pg_catalog.pg_class as c on c.oid = a.attrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_attrdef as def on def.adrelid = a.attrelid and def.adnum = a.attnum
where c.relkind in ('r', 'p', 'v', 'm', 'f')
    and a.attnum > 0
    and not a.attisdropped
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by a.attrelid, a.attnum
