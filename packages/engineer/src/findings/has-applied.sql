select exists (
    select from supabase_migrations.schema_migrations as m where m.version = any ($1::pg_catalog.text[])
) as applied
