-- The source of functions that are written in SQL or PL/pgSQL, those of auth too: policies call them.
select
    n.nspname as schema,
    p.proname as name,
    p.oid::pg_catalog.regprocedure::pg_catalog.text as object,
    l.lanname as language,
    case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
    p.prorettype = 'pg_catalog.bool'::pg_catalog.regtype as "givesBoolean",
    p.prosecdef as "securityDefiner",
    case when p.prosqlbody is null then p.prosrc else pg_catalog.pg_get_function_sqlbody(p.oid) end as body,
    case when l.lanname = 'plpgsql' and a.oid is not null then pg_catalog.pg_get_functiondef(p.oid) end as definition,
    array(
        select coalesce(p.proargnames[argument.position], '')
        from pg_catalog.unnest(coalesce(p.proallargtypes, p.proargtypes::pg_catalog.oid[]))
            with ordinality as argument (type, position)
        join pg_catalog.pg_type as t on t.oid = argument.type
        left join pg_catalog.pg_type as e on e.oid = t.typelem
        where coalesce(p.proargmodes[argument.position], 'i') in ('i', 'b', 'v')
            and (
                t.typcategory in ('S', 'U') and t.typname not in ('uuid', 'bytea', 'macaddr', 'pg_lsn', 'money')
                or t.typcategory = 'A' and e.typcategory in ('S', 'U') and e.typname not in ('uuid', 'bytea')
                or t.typcategory in ('P', 'C')
            )
    ) as "freeArguments",
    a.oid is not null as audited
from pg_catalog.pg_proc as p
join pg_catalog.pg_language as l on l.oid = p.prolang
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
left join functions as a on a.oid = p.oid
where l.lanname in ('sql', 'plpgsql')
    and p.prokind in ('f', 'p')
    and (a.oid is not null or n.nspname = 'auth')
order by 1, 2, 3
