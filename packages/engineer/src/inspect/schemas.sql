select
    n.nspname as name,
    pg_catalog.pg_get_userbyid(n.nspowner) as owner,
    pg_catalog.obj_description(n.oid, 'pg_namespace') as comment,
    (
        select coalesce(pg_catalog.json_agg(g order by g.role collate "C"), '[]')
        from (
            select
                case e.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(e.grantee)::text end as role,
                pg_catalog.array_agg(
                    pg_catalog.lower(e.privilege_type) order by e.privilege_type collate "C"
                ) as privileges
            from pg_catalog.aclexplode(coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) as e
            group by e.grantee
        ) as g
    ) as grants
from pg_catalog.pg_namespace as n
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
order by n.nspname collate "C"
