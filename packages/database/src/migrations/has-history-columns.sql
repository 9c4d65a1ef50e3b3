-- How many of the columns that we write are there, in a table that somebody else may own.
select pg_catalog.count(*)::int as present
from pg_catalog.pg_attribute
where attrelid = pg_catalog.to_regclass('supabase_migrations.schema_migrations')
    and attname = any ('{version,statements,name,rollback,created_by,idempotency_key}')
    and not attisdropped
