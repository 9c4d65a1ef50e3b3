select
    f.object,
    pg_catalog.format('%s runs with the rights of %I for anyone who calls it.', f.object, pg_catalog.pg_get_userbyid(f.proowner)) as message,
    pg_catalog.format('It is security definer in the exposed schema %I, and %s may execute it without signing in.', f.nspname, who.names) as detail,
    pg_catalog.format('revoke execute on %s %s from public, %s; or accept it with the reason why it is safe.',
        case f.prokind when 'p' then 'procedure' else 'function' end, f.object, who.names) as hint
from functions as f
cross join lateral (
    select pg_catalog.string_agg(pg_catalog.quote_ident(o.name), ', ' order by o.name) as names
    from outsiders as o
    where o.name <> 'authenticated' and pg_catalog.has_function_privilege(o.role, f.oid, 'execute')
) as who
where f.prosecdef
    and f.exposed
    and f.prokind in ('f', 'p')
    and not exists (
        select from pg_catalog.pg_proc as p where p.oid = f.oid and p.prorettype in ('trigger'::pg_catalog.regtype, 'event_trigger'::pg_catalog.regtype)
    )
    and who.names is not null
