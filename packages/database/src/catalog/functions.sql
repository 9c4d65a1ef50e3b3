-- Volatility, security, settings, cost and body are all in what pg_get_functiondef gives.
select
    pg_catalog.format(
        '%s %s',
        case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
        p.oid::pg_catalog.regprocedure
    ) as object,
    pg_catalog.concat_ws(
        E'\n',
        'owner ' || p.proowner::pg_catalog.regrole,
        case when p.prokind <> 'a' then pg_catalog.pg_get_functiondef(p.oid) end,
        case when p.prokind = 'a' then (
            select pg_catalog.jsonb_pretty(
                pg_catalog.to_jsonb(g) - 'aggfnoid' || pg_catalog.jsonb_build_object(
                    'aggsortop', nullif(g.aggsortop, 0)::pg_catalog.regoperator,
                    'aggtranstype', g.aggtranstype::pg_catalog.regtype,
                    'aggmtranstype', nullif(g.aggmtranstype, 0)::pg_catalog.regtype,
                    'parallel', p.proparallel
                )
            )
            from pg_catalog.pg_aggregate as g
            where g.aggfnoid = p.oid
        ) end
    ) as definition
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
            and d.objid = p.oid
            and d.deptype in ('e', 'i')
    )
