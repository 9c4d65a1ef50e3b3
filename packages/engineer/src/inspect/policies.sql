select
    p.polrelid as relation,
    p.polname as name,
    p.polpermissive as permissive,
    case p.polcmd
        when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all'
    end as command,
    (
        select pg_catalog.array_agg(
            case role when 0 then 'public' else pg_catalog.pg_get_userbyid(role)::text end
            order by case role when 0 then 'public' else pg_catalog.pg_get_userbyid(role)::text end collate "C"
        )
        from pg_catalog.unnest(p.polroles) as role
    ) as roles,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid) as using,
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as check,
    pg_catalog.obj_description(p.oid, 'pg_policy') as comment
from pg_catalog.pg_policy as p
order by p.polrelid, p.polname collate "C"
