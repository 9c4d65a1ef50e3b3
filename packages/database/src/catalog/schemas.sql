select
    pg_catalog.format('schema %I', n.nspname) as object,
    pg_catalog.format('owner %s', n.nspowner::pg_catalog.regrole) as definition
from pg_catalog.pg_namespace as n
where n.nspname !~ '^pg_'
    and n.nspname not in ('information_schema', 'supabase_migrations')
