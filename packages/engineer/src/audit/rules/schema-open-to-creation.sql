select
    pg_catalog.quote_ident(s.nspname) as object,
    pg_catalog.format('%s may create objects in schema %I.', pg_catalog.string_agg(o.name, ', ' order by o.name), s.nspname) as message,
    'A function or table put there is found by everyone who has the schema in the search_path, before or instead of the real one.' as detail,
    pg_catalog.format('revoke create on schema %I from public, %s;', s.nspname, pg_catalog.string_agg(pg_catalog.quote_ident(o.name), ', ' order by o.name)) as hint
from schemas as s
join outsiders as o on pg_catalog.has_schema_privilege(o.role, s.oid, 'create')
where s.nspowner <> o.role
group by s.nspname
