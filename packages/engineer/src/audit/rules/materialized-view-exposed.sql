select
    r.object,
    pg_catalog.format('Materialized view %s can be read by %s.', r.object, who.names) as message,
    'A materialized view has no policies: it was filled with the rights of its owner, and shows everything to everyone.' as detail,
    pg_catalog.format('revoke all on %s from %s; and read it through a function that filters.', r.object, who.list) as hint
from relations as r
cross join lateral (
    select
        pg_catalog.string_agg(o.name, ', ' order by o.name) as names,
        pg_catalog.string_agg(case o.role when 0 then 'public' else pg_catalog.quote_ident(o.name) end, ', ' order by o.name) as list
    from outsiders as o
    where pg_catalog.has_any_column_privilege(o.role, r.oid, 'select')
) as who
where r.exposed and r.relkind = 'm' and who.names is not null
