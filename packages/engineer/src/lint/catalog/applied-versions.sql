select version::text as version from supabase_migrations.schema_migrations
