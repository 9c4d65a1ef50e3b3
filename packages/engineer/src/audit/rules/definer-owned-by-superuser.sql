select
    f.object,
    pg_catalog.format('%s is security definer, belongs to the superuser %I, and %s may execute it.', f.object, r.rolname, who.names) as message,
    'A mistake in its body is a mistake with every right there is, files and programs of the server too.' as detail,
    pg_catalog.format('alter %s %s owner to a role that has only what the function needs.',
        case f.prokind when 'p' then 'procedure' else 'function' end, f.object) as hint
from functions as f
join pg_catalog.pg_roles as r on r.oid = f.proowner
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_function_privilege(o.role, f.oid, 'execute')
        and pg_catalog.has_schema_privilege(o.role, f.pronamespace, 'usage')
) as who
where f.prosecdef and r.rolsuper and who.names is not null
