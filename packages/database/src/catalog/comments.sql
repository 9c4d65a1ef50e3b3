-- Objects that came with the server have low OIDs; schemas are taken whatever theirs is.
select
    pg_catalog.format('comment on %s %s', o.type, o.identity) as object,
    pg_catalog.quote_literal(d.description) as definition
from pg_catalog.pg_description as d
cross join pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) as o
where (d.objoid >= 16384 or d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass)
    and o.identity is not null
    and coalesce(o.schema, '') not in ('pg_catalog', 'information_schema', 'supabase_migrations')
    and not exists (
        select
        from pg_catalog.pg_depend as e
        where e.classid = d.classoid and e.objid = d.objoid and e.deptype = 'e'
    )
