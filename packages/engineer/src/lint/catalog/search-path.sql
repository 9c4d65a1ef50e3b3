select pg_catalog.current_schemas(false)::text[] as path,
       exists (
           select
           from pg_catalog.pg_class c
           join pg_catalog.pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'supabase_migrations'
             and c.relname = 'schema_migrations'
             and pg_catalog.has_schema_privilege(n.oid, 'usage')
             and pg_catalog.has_table_privilege(c.oid, 'select')) as history
