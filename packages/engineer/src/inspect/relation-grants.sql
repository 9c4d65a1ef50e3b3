select
    c.oid as relation,
    case e.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(e.grantee)::text end as role,
    pg_catalog.array_agg(
        pg_catalog.lower(e.privilege_type) || case when e.is_grantable then ' with grant option' else '' end
        order by e.privilege_type collate "C"
    ) as privileges
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
cross join pg_catalog.aclexplode(
    coalesce(c.relacl, pg_catalog.acldefault(case c.relkind when 'S' then 's'::"char" else 'r'::"char" end, c.relowner))
) as e
where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    and n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
group by c.oid, e.grantee
order by c.oid, (case e.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(e.grantee)::text end) collate "C"
