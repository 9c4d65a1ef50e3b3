select
    n.nspname as schema,
    p.proname as name,
    p.oid::pg_catalog.regprocedure::text as signature,
    case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' when 'w' then 'window' else 'function' end
        as kind,
    pg_catalog.pg_get_function_arguments(p.oid) as arguments,
    pg_catalog.pg_get_function_result(p.oid) as returns,
    l.lanname as language,
    case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end as volatility,
    case p.proparallel when 's' then 'safe' when 'r' then 'restricted' else 'unsafe' end as parallel,
    case when p.prosecdef then 'definer' else 'invoker' end as security,
    p.proisstrict as strict,
    (
        select pg_catalog.substr(setting, 13)
        from pg_catalog.unnest(p.proconfig) as setting
        where setting like 'search\_path=%'
    ) as "searchPath",
    (
        select coalesce(pg_catalog.array_agg(setting order by setting), '{}')
        from pg_catalog.unnest(p.proconfig) as setting
        where setting not like 'search\_path=%'
    ) as settings,
    pg_catalog.pg_get_userbyid(p.proowner) as owner,
    (
        select coalesce(pg_catalog.array_agg(role order by role collate "C"), '{}')
        from (
            select distinct
                case e.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(e.grantee)::text end as role
            from pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) as e
        ) as grantee
    ) as "executableBy",
    case when p.prokind = 'a' then '' else pg_catalog.pg_get_functiondef(p.oid) end as definition,
    pg_catalog.obj_description(p.oid, 'pg_proc') as comment
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
join pg_catalog.pg_language as l on l.oid = p.prolang
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
            and d.objid = p.oid
            and d.deptype in ('e', 'i')
    )
order by n.nspname collate "C", p.proname collate "C", p.oid::pg_catalog.regprocedure::text collate "C"
