-- What anyone may call has a rule of its own, definer-function-for-anyone.
select
    f.object,
    pg_catalog.format('%s runs with the rights of %I for every signed-in user.', f.object, pg_catalog.pg_get_userbyid(f.proowner)) as message,
    pg_catalog.format('It is security definer in the exposed schema %I, and authenticated may execute it.', f.nspname) as detail,
    pg_catalog.format('revoke execute on %s %s from authenticated; or accept it with the reason why it is safe.',
        case f.prokind when 'p' then 'procedure' else 'function' end, f.object) as hint
from functions as f
where f.prosecdef
    and f.exposed
    and f.prokind in ('f', 'p')
    and not exists (
        select from pg_catalog.pg_proc as p where p.oid = f.oid and p.prorettype in ('trigger'::pg_catalog.regtype, 'event_trigger'::pg_catalog.regtype)
    )
    and exists (
        select
        from outsiders as o
        where o.name = 'authenticated' and pg_catalog.has_function_privilege(o.role, f.oid, 'execute')
    )
    and not exists (
        select
        from outsiders as o
        where o.name <> 'authenticated' and pg_catalog.has_function_privilege(o.role, f.oid, 'execute')
    )
