-- Who applied the migrations: the owner of their history, else of the database.
select r.rolname as name, r.rolsuper as superuser
from pg_catalog.pg_roles as r
where r.oid = coalesce(
    (
        select c.relowner
        from pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where n.nspname = 'supabase_migrations' and c.relname = 'schema_migrations'
    ),
    (
        select d.datdba
        from pg_catalog.pg_database as d
        where d.datname = pg_catalog.current_database()
    )
)
