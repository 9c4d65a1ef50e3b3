-- Every policy on a table that has row level security on, and whom from outside it concerns.
select
    pg_catalog.format('policy %I on %s', p.polname, r.object) as object,
    p.polname as name,
    r.object as "table",
    p.polrelid::int8 as "tableId",
    p.polpermissive as permissive,
    case p.polcmd
        when 'r' then array['select']
        when 'a' then array['insert']
        when 'w' then array['update']
        when 'd' then array['delete']
        else array['select', 'insert', 'update', 'delete']
    end as verbs,
    array(
        select case named.oid when 0 then 'public' else pg_catalog.pg_get_userbyid(named.oid)::text end
        from pg_catalog.unnest(p.polroles) as named (oid)
    ) as roles,
    -- Outsiders it is for, who also hold a privilege that it governs.
    array(
        select o.name
        from outsiders as o
        where pg_catalog.has_schema_privilege(o.role, r.relnamespace, 'usage')
            and (
                0 = any (p.polroles)
                or exists (
                    select
                    from pg_catalog.unnest(p.polroles) as named (oid)
                    where o.role <> 0 and pg_catalog.pg_has_role(o.role, named.oid, 'usage')
                )
            )
            and (
                p.polcmd in ('r', '*') and pg_catalog.has_any_column_privilege(o.role, p.polrelid, 'select')
                or p.polcmd in ('a', '*') and pg_catalog.has_any_column_privilege(o.role, p.polrelid, 'insert')
                or p.polcmd in ('w', '*') and pg_catalog.has_any_column_privilege(o.role, p.polrelid, 'update')
                or p.polcmd in ('d', '*') and pg_catalog.has_table_privilege(o.role, p.polrelid, 'delete')
            )
    ) as outsiders,
    pg_catalog.pg_get_expr(p.polqual, p.polrelid) as "usingText",
    pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as "checkText"
from pg_catalog.pg_policy as p
join relations as r on r.oid = p.polrelid
where r.relrowsecurity
order by r.object, p.polname
