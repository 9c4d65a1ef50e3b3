-- Tables, partitions, views, materialized views, foreign tables and composite types.
select
    pg_catalog.format(
        '%s %s',
        case c.relkind
            when 'v' then 'view'
            when 'm' then 'materialized view'
            when 'f' then 'foreign table'
            when 'c' then 'composite type'
            else 'table'
        end,
        c.oid::pg_catalog.regclass
    ) as object,
    pg_catalog.concat_ws(
        ', ',
        'owner ' || c.relowner::pg_catalog.regrole,
        case c.relpersistence when 'u' then 'unlogged' end,
        case when c.relrowsecurity then 'row level security enabled' end,
        case when c.relforcerowsecurity then 'row level security forced' end,
        case when c.relreplident <> 'd' then 'replica identity ' || c.relreplident::text end,
        'access method ' || am.amname,
        'tablespace ' || t.spcname,
        'with (' || (
            select pg_catalog.string_agg(option, ', ' order by option)
            from pg_catalog.unnest(c.reloptions || (
                select pg_catalog.array_agg('toast.' || toast_option)
                from pg_catalog.pg_class as toast
                cross join pg_catalog.unnest(toast.reloptions) as toast_option
                where toast.oid = c.reltoastrelid
            )) as option
        ) || ')',
        'of ' || nullif(c.reloftype, 0)::pg_catalog.regtype,
        'partition by ' || case c.relkind when 'p' then pg_catalog.pg_get_partkeydef(c.oid) end,
        'bound ' || pg_catalog.pg_get_expr(c.relpartbound, c.oid),
        'inherits ' || (
            select pg_catalog.string_agg(i.inhparent::pg_catalog.regclass::text, ', ' order by i.inhseqno)
            from pg_catalog.pg_inherits as i
            where i.inhrelid = c.oid
        ),
        case when c.relkind = 'm' and not c.relispopulated then 'not populated' end,
        case when c.relkind in ('v', 'm') then E'as\n' || pg_catalog.pg_get_viewdef(c.oid) end
    ) as definition
from pg_catalog.pg_class as c
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
left join pg_catalog.pg_am as am on am.oid = c.relam
left join pg_catalog.pg_tablespace as t on t.oid = c.reltablespace
where c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
    and n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
            and d.objid = c.oid
            and d.deptype = 'e'
    )
