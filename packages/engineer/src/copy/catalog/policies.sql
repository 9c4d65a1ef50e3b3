select
    'pg_policy' as catalog,
    p.oid::text as id,
    48 as stage,
    pg_catalog.format('policy %I on %s', p.polname, p.polrelid::pg_catalog.regclass) as object,
    pg_catalog.concat_ws(
        ' ',
        pg_catalog.format('create policy %I on %s', p.polname, p.polrelid::pg_catalog.regclass),
        case when p.polpermissive then 'as permissive' else 'as restrictive' end,
        case p.polcmd
            when 'r' then 'for select'
            when 'a' then 'for insert'
            when 'w' then 'for update'
            when 'd' then 'for delete'
            else 'for all'
        end,
        'to ' || (
            select pg_catalog.string_agg(
                case role when 0 then 'public' else role::pg_catalog.regrole::text end, ', '
            )
            from pg_catalog.unnest(p.polroles) as role
        ),
        'using (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')',
        'with check (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')'
    ) as script
from pg_catalog.pg_policy as p
join pg_catalog.pg_class as c on c.oid = p.polrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass and d.objid = p.oid and d.deptype = 'e'
    )
