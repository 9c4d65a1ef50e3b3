select
    pg_catalog.quote_ident(o.name) as object,
    pg_catalog.format('Role %I passes every policy.', o.name) as message,
    case
        when r.rolsuper then 'It is a superuser.'
        when r.rolbypassrls then 'It has BYPASSRLS.'
        else pg_catalog.format('It acts with the rights of %s.', master.names)
    end as detail,
    case
        when r.rolsuper or r.rolbypassrls then pg_catalog.format('alter role %I nosuperuser nobypassrls;', o.name)
        else pg_catalog.format('revoke %s from %I;', master.names, o.name)
    end as hint
from outsiders as o
join pg_catalog.pg_roles as r on r.oid = o.role
cross join lateral (
    select pg_catalog.string_agg(m.rolname, ', ' order by m.rolname) as names
    from pg_catalog.pg_roles as m
    where (m.rolsuper or m.rolbypassrls or m.rolname in ('pg_read_all_data', 'pg_write_all_data'))
        and m.oid <> r.oid
        and pg_catalog.pg_has_role(r.oid, m.oid, 'member')
) as master
where r.rolsuper or r.rolbypassrls or master.names is not null
