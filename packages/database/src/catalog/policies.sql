select
    pg_catalog.format('policy %I on %s', p.polname, p.polrelid::pg_catalog.regclass) as object,
    pg_catalog.concat_ws(
        ' ',
        case when p.polpermissive then 'permissive' else 'restrictive' end,
        'for ' || case p.polcmd
            when 'r' then 'select'
            when 'a' then 'insert'
            when 'w' then 'update'
            when 'd' then 'delete'
            else 'all'
        end,
        'to ' || (
            select pg_catalog.string_agg(
                case role when 0 then 'public' else role::pg_catalog.regrole::text end,
                ', '
                order by role::pg_catalog.regrole::text collate "C"
            )
            from pg_catalog.unnest(p.polroles) as role
        ),
        'using (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')',
        'with check (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')'
    ) as definition
from pg_catalog.pg_policy as p
