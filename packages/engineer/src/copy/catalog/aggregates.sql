select
    'pg_proc' as catalog,
    p.oid::text as id,
    13 as stage,
    pg_catalog.format('aggregate %s', p.oid::pg_catalog.regprocedure) as object,
    pg_catalog.format(
        'create aggregate %1$I.%2$I(%3$s) (%4$s); alter aggregate %1$I.%2$I(%5$s) owner to %6$s',
        n.nspname,
        p.proname,
        coalesce(nullif(pg_catalog.pg_get_function_arguments(p.oid), ''), '*'),
        pg_catalog.concat_ws(
            ', ',
            'sfunc = ' || g.aggtransfn::pg_catalog.regproc,
            'stype = ' || pg_catalog.format_type(g.aggtranstype, null),
            'sspace = ' || nullif(g.aggtransspace, 0),
            'finalfunc = ' || nullif(g.aggfinalfn, 0)::pg_catalog.regproc,
            case when g.aggfinalextra then 'finalfunc_extra' end,
            case when g.aggfinalfn <> 0 then 'finalfunc_modify = ' || (modify.name ->> g.aggfinalmodify::text) end,
            'combinefunc = ' || nullif(g.aggcombinefn, 0)::pg_catalog.regproc,
            'serialfunc = ' || nullif(g.aggserialfn, 0)::pg_catalog.regproc,
            'deserialfunc = ' || nullif(g.aggdeserialfn, 0)::pg_catalog.regproc,
            'initcond = ' || pg_catalog.quote_literal(g.agginitval),
            'msfunc = ' || nullif(g.aggmtransfn, 0)::pg_catalog.regproc,
            'minvfunc = ' || nullif(g.aggminvtransfn, 0)::pg_catalog.regproc,
            'mstype = ' || case when g.aggmtranstype <> 0 then pg_catalog.format_type(g.aggmtranstype, null) end,
            'msspace = ' || nullif(g.aggmtransspace, 0),
            'mfinalfunc = ' || nullif(g.aggmfinalfn, 0)::pg_catalog.regproc,
            case when g.aggmfinalextra then 'mfinalfunc_extra' end,
            case when g.aggmfinalfn <> 0 then 'mfinalfunc_modify = ' || (modify.name ->> g.aggmfinalmodify::text) end,
            'minitcond = ' || pg_catalog.quote_literal(g.aggminitval),
            (
                select pg_catalog.format('sortop = operator(%I.%s)', o.nspname, s.oprname)
                from pg_catalog.pg_operator as s
                join pg_catalog.pg_namespace as o on o.oid = s.oprnamespace
                where s.oid = g.aggsortop
            ),
            'parallel = ' || case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end,
            case when g.aggkind = 'h' then 'hypothetical' end
        ),
        coalesce(nullif(pg_catalog.pg_get_function_identity_arguments(p.oid), ''), '*'),
        p.proowner::pg_catalog.regrole
    ) as script
from pg_catalog.pg_proc as p
join pg_catalog.pg_aggregate as g on g.aggfnoid = p.oid
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
cross join (values ('{"r": "read_only", "s": "shareable", "w": "read_write"}'::jsonb)) as modify (name)
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and d.objid = p.oid and d.deptype = 'e'
    )
