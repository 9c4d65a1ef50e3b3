select
    r.object,
    pg_catalog.format('Foreign table %s can be used by %s.', r.object, who.names) as message,
    pg_catalog.format(
        'Row level security does not work on a foreign table; the other side (%I) sees one user for everyone.',
        (
            select s.srvname
            from pg_catalog.pg_foreign_table as t
            join pg_catalog.pg_foreign_server as s on s.oid = t.ftserver
            where t.ftrelid = r.oid
        )
    ) as detail,
    pg_catalog.format('Move it out of the exposed schemas, or revoke all on %s from %s.', r.object, who.names) as hint
from relations as r
cross join lateral (
    select pg_catalog.string_agg(o.name, ', ' order by o.name) as names
    from outsiders as o
    where pg_catalog.has_any_column_privilege(o.role, r.oid, 'select, insert, update')
        or pg_catalog.has_table_privilege(o.role, r.oid, 'delete')
) as who
where r.exposed and r.relkind = 'f' and who.names is not null
