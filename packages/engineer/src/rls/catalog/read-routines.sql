-- Every function and procedure that belongs to no extension, with its body: policies call them.
select
    p.oid::text as oid,
    p.oid::pg_catalog.regprocedure::text as object,
    n.nspname as schema,
    p.proname as name,
    pg_catalog.pg_get_function_identity_arguments(p.oid) as signature,
    p.prokind::text as kind,
    l.lanname as language,
    p.prosecdef as definer,
    p.provolatile::text as volatility,
    p.prorettype::pg_catalog.regtype::text as returns,
    p.proowner::pg_catalog.regrole::text as owner,
    p.pronargs - p.pronargdefaults as required,
    coalesce(
        (
            select pg_catalog.jsonb_agg(
                pg_catalog.jsonb_build_object(
                    'name', nullif(p.proargnames[a.place], ''),
                    'type', pg_catalog.format_type(a.type, null),
                    'kind', t.typtype::text,
                    'category', t.typcategory::text,
                    'label', (
                        select e.enumlabel
                        from pg_catalog.pg_enum as e
                        where e.enumtypid = a.type
                        order by e.enumsortorder
                        limit 1
                    ),
                    'mode', coalesce(p.proargmodes[a.place]::text, 'i')
                )
                order by a.place
            )
            from pg_catalog.unnest(coalesce(p.proallargtypes, p.proargtypes::pg_catalog.oid[]))
                with ordinality as a (type, place)
            join pg_catalog.pg_type as t on t.oid = a.type
        ),
        '[]'
    ) as arguments,
    coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc) as body,
    case when p.prokind in ('f', 'p') then pg_catalog.pg_get_functiondef(p.oid) end as definition
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
join pg_catalog.pg_language as l on l.oid = p.prolang
where n.nspname !~ '^pg_'
    and n.nspname <> 'information_schema'
    and p.prokind in ('f', 'p')
    and not exists (
        select
        from pg_catalog.pg_depend as d
        where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
            and d.objid = p.oid
            and d.deptype = 'e'
    )
order by 2
